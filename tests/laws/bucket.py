"""A real server that speaks S3 (moto, in a process of its own), behind a cable; it is set up with Amazon's own client.

It checks each signature with Amazon's library for clients, and heeds `If-None-Match`. What it cannot show: it keeps all
in its memory, takes any clock and any region, and nobody has ever kept anything of worth there.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any

import boto3

REGION = "af-south-1"
_NEEDS_NO_KEY = 3  # a user, what he may, and his key
_MAY_ALL = json.dumps(
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::*"}]}
)
_SERVES = """
import logging, sys
from moto.server import ThreadedMotoServer
logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
sys.stdin.read()
"""


@dataclass
class Store:
    """Who may come there, and Amazon's client for him."""

    port: int
    user: str
    password: str
    client: Any
    numbers: Iterator[int]

    def bucket(self) -> str:
        """An empty one."""
        name = f"post-{next(self.numbers)}"
        self.client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        return name

    def names(self, bucket: str) -> list[str]:
        told = self.client.list_objects_v2(Bucket=bucket)
        return [each["Key"] for each in told.get("Contents", [])]

    def dial(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port))


@contextmanager
def store() -> Iterator[Store]:
    environment = {**os.environ, "INITIAL_NO_AUTH_ACTION_COUNT": str(_NEEDS_NO_KEY)}
    words = [sys.executable, "-c", _SERVES]
    with subprocess.Popen(words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdin
        assert run.stdout
        yield _begun(int(run.stdout.readline()))
        run.stdin.close()


def _begun(port: int) -> Store:
    founder = _client("iam", port, "nobody", "nothing")
    founder.create_user(UserName="post")
    founder.put_user_policy(UserName="post", PolicyName="all", PolicyDocument=_MAY_ALL)
    key = founder.create_access_key(UserName="post")["AccessKey"]
    user, password = key["AccessKeyId"], key["SecretAccessKey"]
    return Store(port, user, password, _client("s3", port, user, password), count(1))


def _client(what: str, port: int, user: str, password: str) -> Any:
    return boto3.client(
        what,
        endpoint_url=f"http://127.0.0.1:{port}",
        region_name=REGION,
        aws_access_key_id=user,
        aws_secret_access_key=password,
    )
