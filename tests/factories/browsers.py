"""What a browser would post from a page, without a browser."""

from tests.governance.pages.markup import by_id, parsed


def posted(html, **changes):
    """Return what the form that holds unsaved work posts, with some answers changed.

    A change to None leaves the answer out, as an unticked box does.
    """
    tree = parsed(html)
    form = next(form for form in tree.iter("form") if form.get("data-unsaved") is not None)
    data = {}
    for field in form.iter():
        name = field.get("name")
        if name and (value := _value(field)) is not None:
            data[name] = [*data.get(name, []), value]
    data = {name: one[0] if len(one) == 1 else one for name, one in data.items()}
    data |= changes
    return {name: value for name, value in data.items() if value is not None}


def _value(field):
    if field.tag == "textarea":
        return (field.text or "").removeprefix("\n")
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None]
        return (chosen or options)[0].get("value")
    if field.tag != "input" or field.get("type") in {"submit", "file"}:
        return None
    if field.get("type") in {"radio", "checkbox"} and field.get("checked") is None:
        return None
    return field.get("value", "")


def errors_on(html):
    """Return the sentences of the error summary with what each leads to."""
    tree = parsed(html)
    summary = next((e for e in tree.iter() if e.get("data-module") == "govuk-error-summary"), None)
    if summary is None:
        return []
    found = []
    for item in summary.iter("li"):
        link = next(item.iter("a"), None)
        if link is not None:
            by_id(tree, link.get("href").removeprefix("#"))  # the link leads somewhere
        found.append(" ".join("".join(item.itertext()).split()))
    return found
