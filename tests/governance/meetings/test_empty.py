"""Before there is anything."""


def test_an_empty_list_of_meetings_says_so(client, db):
    assert "No meeting is recorded yet." in client.get("/meetings/").text
