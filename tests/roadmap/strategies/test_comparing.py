"""What changed between two versions, part by part."""

from roadmap.strategies.comparing import changes, summary

EMPTY = {"sections": [], "principles": [], "priorities": [], "lists": [], "terms": []}


def section(key, heading="", body="", note=""):
    return {"key": key, "heading": heading or key, "body": body, "note": note}


def of(**parts):
    return EMPTY | parts


def told(was, now):
    return [(c.noun, c.name, c.what, c.says) for c in changes(was, now)]


def test_the_same_content_has_no_changes():
    same = of(sections=[section("a")], lists=[{"key": "l", "name": "x", "text": "", "entries": []}])
    assert changes(same, same) == []
    assert summary([]) == "Nothing differs"


def test_a_section_is_added_and_another_removed():
    found = told(
        of(sections=[section("a"), section("b")]), of(sections=[section("b"), section("c")])
    )
    assert found == [
        ("Section", "c", "added", "Added as number 2"),
        ("Section", "a", "removed", "No longer there"),
    ]


def test_a_section_that_was_moved_is_said_to_be_and_the_others_are_not():
    was = of(sections=[section("a"), section("b"), section("c")])
    now = of(sections=[section("c"), section("a"), section("b")])
    assert told(was, now) == [("Section", "c", "moved", "Moved, now number 1")]


def test_a_renamed_section_is_the_same_section():
    [change] = changes(of(sections=[section("a", "Old")]), of(sections=[section("a", "New")]))
    assert (change.what, change.says) == ("changed", "Was “Old”")


def test_changed_text_is_told_word_by_word():
    was, now = (
        of(sections=[section("a", body="The old way.")]),
        of(sections=[section("a", body="The new way.")]),
    )
    [change] = changes(was, now)
    assert change.fields[0].pieces == [
        ("kept", "The "), ("removed", "old"), ("added", "new"), ("kept", " way."),
    ]  # fmt: skip


def test_the_order_of_a_list_is_a_change_of_its_own():
    was = of(lists=[{"key": "l", "name": "Users", "text": "", "entries": ["staff", "residents"]}])
    now = of(lists=[{"key": "l", "name": "Users", "text": "", "entries": ["residents", "staff"]}])
    [change] = changes(was, now)
    assert change.fields[0].label == "Order"
    assert change.fields[0].pieces == [
        ("removed", "staff and residents"), ("added", "residents and staff"),
    ]  # fmt: skip


def test_the_summary_counts_each_kind_of_change():
    terms = [{"key": str(n), "term": f"T{n}", "explanation": "x"} for n in range(3)]
    found = changes(of(), of(terms=terms, priorities=[{"key": "p", "title": "P", "text": ""}]))
    assert summary(found) == "1 priority added and 3 glossary terms added"
