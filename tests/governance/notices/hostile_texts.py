"""Texts that break careless printing, and a way to put one wherever somebody could type it."""

HOSTILE = {
    "a name of 200 letters without a space": "W" * 200,
    "a very long word": "Donaudampfschifffahrtsgesellschaft" * 30,
    "Arabic": "مجلس المدينة: اعتماد إستراتيجية رقمية، رقم ١٢ (٢٠٢٣) ICT Roadmap",
    "Persian with joiners": "می‌خواهم خانه‌ها را ببینم",
    "Hebrew with points": "שָׁלוֹם עוֹלָם, החלטה 62 של המועצה",
    "emoji with joiners": "👩‍💻 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 ❤️ 1️⃣",
    "combining marks": "Ze\u0301ro\u0308 i\u0338\u0331\u0353\u0489 a\u0328\u0301 Tie\u0302\u0301ng",
    "markup": "<script>alert(1)</script><img src=file:///etc/passwd> &lt;b&gt; {{ x }}",
    "control characters": "".join(map(chr, range(1, 32)))
    + "a\x7fb\x85c\u202ed\u2066e\u2028f\ufeffg",
    "other scripts": "中文名 ไทย देवनागरी Ελλάδα Київ Łódź Ə",
    "many lines": "line\r\n" * 100,
}
# What people type. Everything else in a snapshot is a date, a colour, an answer or an address.
TYPED = {
    "title", "name", "short_name", "minute", "text", "reasons", "alternatives", "conflicts",
    "footnote", "question", "answer", "asked_by", "answered_by", "undertaking", "preamble",
    "presented_by", "replaces", "contact", "post", "place", "circulation_note", "body", "reason",
    "delegated_to", "recommended_to", "part_of", "made_by", "council",
}  # fmt: skip


def with_text(value, text, key=""):
    """Return a copy of a snapshot (or a part of it) in which every typed text is `text`."""
    if isinstance(value, dict):
        return {name: with_text(inner, text, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [with_text(inner, text, key) for inner in value]
    return text if isinstance(value, str) and (key in TYPED or key == "missing") else value
