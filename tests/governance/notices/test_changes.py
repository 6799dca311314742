"""What a correction would change, fact by fact."""

from governance.notices.changes import changes_since

BEFORE = {
    "version": 1,
    "published_at": "2023-04-14",
    "title": "Networks",
    "meeting": {"place": "Guildhall", "attendance": [{"name": "Ann", "style": "Councillor"}]},
    "decisions": [{"reasons": "One", "resolutions": [{"text": "buy"}], "windows": [1]}],
}


def changed(**fields):
    return changes_since(BEFORE, BEFORE | fields)


def test_nothing_changed():
    assert changes_since(BEFORE, BEFORE) == []


def test_what_belongs_to_a_version_is_no_change():
    decisions = [BEFORE["decisions"][0] | {"windows": []}]
    assert changed(version=2, published_at="2023-05-01", decisions=decisions) == []


def test_a_fact_is_named_with_what_it_was_and_is():
    assert changed(title="Lines") == [("Title", "Networks", "Lines")]
    assert changed(meeting=BEFORE["meeting"] | {"place": ""}) == [
        ("Meeting, place", "Guildhall", "Nothing")
    ]


def test_a_fact_deep_in_a_list_is_named_by_its_number():
    decision = BEFORE["decisions"][0]
    assert changed(decisions=[decision | {"resolutions": [{"text": "sell"}]}]) == [
        ("Decision 1, resolution 1, text", "buy", "sell")
    ]


def test_something_added_or_removed_is_told_in_words():
    decision = BEFORE["decisions"][0]
    longer = [decision | {"resolutions": [{"text": "buy"}, {"text": "sell", "mark": ""}]}]
    assert changed(decisions=longer) == [("Decision 1, resolution 2", "Nothing", "text: sell")]
    assert changed(meeting=BEFORE["meeting"] | {"attendance": []}) == [
        ("Meeting, attendance 1", "name: Ann; style: Councillor", "Nothing")
    ]


def test_a_key_that_only_one_version_has_is_compared_with_nothing():
    assert changed(part_of="The partnership") == [("Part of", "Nothing", "The partnership")]
