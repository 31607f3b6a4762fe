"""How Amazon's S3 and what speaks like it is told who asks: Signature Version 4, in the headers of a request.

Decision. A page of our own, for the libraries that do it bring a hundred times what is needed here. Every header that
is sent is signed, and so are the bytes of what is put. The secret itself never leaves this laptop.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from functools import reduce
from typing import NamedTuple

_HOW = "AWS4-HMAC-SHA256"


class Signer(NamedTuple):
    """Whose key, and where it holds."""

    user: str
    secret: str
    region: str
    host: str

    def headers(
        self, verb: str, target: str, body: bytes, headers: Mapping[str, str], at: datetime
    ) -> Mapping[str, str]:
        """All that is said with a request: these headers, and who it is. The target is quoted, its query in order."""
        digest, when = hashlib.sha256(body).hexdigest(), at.strftime("%Y%m%dT%H%M%SZ")
        said = {**headers, "Host": self.host, "x-amz-content-sha256": digest, "x-amz-date": when}
        rows = sorted((name.lower(), value.strip()) for name, value in said.items())
        names = ";".join(name for name, _ in rows)
        path, _, query = target.partition("?")
        request = "\n".join([verb, path, query, *(f"{name}:{value}" for name, value in rows), "", names, digest])
        where = f"{when[:8]}/{self.region}/s3/aws4_request"
        words = "\n".join([_HOW, when, where, hashlib.sha256(request.encode()).hexdigest()])
        signature = hmac.new(self._key(where), words.encode(), "sha256").hexdigest()
        who = f"{_HOW} Credential={self.user}/{where},SignedHeaders={names},Signature={signature}"
        return {**said, "Authorization": who}

    def _key(self, where: str) -> bytes:
        """The secret, good for one day and one place."""
        first = f"AWS4{self.secret}".encode()
        return reduce(lambda key, word: hmac.new(key, word.encode(), "sha256").digest(), where.split("/"), first)
