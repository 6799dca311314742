"""What the pages of long roadmaps cost: queries, time of the server, weight as it is sent.

Beside each table stand the same rows as a bare view would give them: one query, one plain template,
no layout, no filter, nothing to do with a row.
"""

import gzip
import re
import statistics
import time
from typing import TYPE_CHECKING, Any

from bench._example import example_data

if TYPE_CHECKING:
    from django.test import Client

TIMES = 15
SIZES = (50, 500, 5000)
PAGES = {
    "Table": "/partnerships/{}/roadmap/",
    "Timeline": "/partnerships/{}/roadmap/timeline/",
    "Timeline by council": "/partnerships/{}/roadmap/timeline/?by=council",
    "Themes": "/partnerships/{}/roadmap/themes/",
    "Changed since": "/partnerships/{}/roadmap/changes/",
    "Download (CSV)": "/partnerships/{}/roadmap/export/csv/",
}
SEEN = re.compile(r'name="seen" value="(\d+)"')
BARE = """<table>{% for r in rows %}<tr><td>{{ r.item.title }}</td><td>{{ r.council }}</td>
<td>{{ r.owner }}</td><td>{{ r.status }}</td><td>{{ r.planned_end }}</td>
<td>{{ r.forecast_end }}</td>
</tr>{% endfor %}</table>"""


def main() -> None:
    with example_data():
        # Django is set up only now.
        from django.test import Client

        from bench._roadmap import a_roadmap

        print(f"{'Page':24} {'items':>6} {'who':>8} {'queries':>8} {'ms':>7} {'KB gz':>7}")
        for size in SIZES:
            partnership = a_roadmap(size)
            officer = _officer(Client())
            for name, address in PAGES.items():
                for who, client in (("stranger", Client()), ("officer", officer)):
                    _line(name, size, who, *_cost(client, address.format(partnership.slug)))
            for rows, words in ((50, "Bare view, 50 rows"), (None, "Bare view, all rows")):
                _line(words, size, "", *_bare(partnership.pk, rows))
            _saves(officer, partnership)


def _officer(client: "Client") -> "Client":
    # Django is set up only after this module was imported.
    from governance.models import User

    client.force_login(User.objects.get(email="officer.boston@example.org"))
    return client


def _cost(client: "Client", address: str) -> tuple[int, float, float]:
    # Django is set up only after this module was imported.
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    weight = len(gzip.compress(answer.content)) / 1000
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured), _median(lambda: client.get(address)), weight


def _bare(partnership: int, rows: int | None) -> tuple[int, float, float]:
    # Django is set up only after this module was imported.
    from django.template import Context, Template

    from roadmap.models import Rollout

    found = Rollout.objects.filter(item__partnership=partnership).select_related("item", "council")
    template = Template(BARE)

    def render() -> str:
        return template.render(Context({"rows": found.order_by("item", "pk")[:rows]}))

    return 1, _median(render), len(gzip.compress(render().encode())) / 1000


def _median(what: Any) -> float:
    times = []
    for _ in range(TIMES):
        started = time.perf_counter()
        what()
        times.append(time.perf_counter() - started)
    return statistics.median(times) * 1000


def _line(name: str, size: int, who: str, queries: int, ms: float, weight: float) -> None:
    print(f"{name:24} {size:6} {who:>8} {queries:8} {ms:7.1f} {weight:7.1f}", flush=True)


def _saves(client: "Client", partnership: Any) -> None:
    """Open a row, change its sentence, save: what an officer waits for."""
    # Django is set up only after this module was imported.
    from roadmap.models import Rollout

    rows = Rollout.objects.filter(item__partnership=partnership, council__slug="boston")
    row = rows.exclude(status="complete").order_by("pk")[0]
    address = f"/partnerships/{partnership.slug}/roadmap/rows/{row.pk}/"
    opening, saving = [], []
    for n in range(TIMES):
        started = time.perf_counter()
        form = client.get(address, headers={"HX-Request": "true"})
        opened = time.perf_counter()
        seen = SEEN.search(form.content.decode())
        assert seen, form.status_code
        data = {"seen": seen[1], "status": row.status, "sentence": f"Attempt {n}", "owner": ""}
        answer = client.post(address, data, headers={"HX-Request": "true"})
        assert answer.status_code == 200, answer.status_code
        opening.append(opened - started)
        saving.append(time.perf_counter() - opened)
    told = (("Opening a row", opening), ("Saving a row", saving))
    for name, times in told:
        print(f"{name:24} {'':6} {'officer':>8} {'':8} {statistics.median(times) * 1000:7.1f}")


if __name__ == "__main__":
    main()
