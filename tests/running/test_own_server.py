"""Each test process has a database server of its own, so that no other's transaction holds it up."""

import json
import os

from django.db import connection

from tests.own_server import take

SERVERS = [{"DATABASE_URL": "first"}, {"DATABASE_URL": "second"}]


def test_servers_are_shared_out():
    assert take(SERVERS, "gw1") == SERVERS[1]
    assert take(SERVERS, "gw2") == SERVERS[0]


def test_this_process_uses_its_own(db, worker_id):
    servers = json.loads(os.environ["AYLSHAM_TEST_SERVERS"])
    own = servers[0] if worker_id == "master" else take(servers, worker_id)
    assert os.environ["DATABASE_URL"] == own["DATABASE_URL"]
    assert connection.settings_dict["HOST"] in own["DATABASE_URL"]
