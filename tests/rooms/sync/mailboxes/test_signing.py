"""A request is signed as Amazon's own documentation works it out for its example key, bucket and day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from caregiver_desk.sync.mailboxes.signing import Signer

SIGNER = Signer(
    "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1", "examplebucket.s3.amazonaws.com"
)
DAY = datetime(2013, 5, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("target", "headers", "signature"),
    [
        (
            "/test.txt",
            {"Range": "bytes=0-9"},
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        ),
        ("/?lifecycle=", {}, "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        ("/?max-keys=2&prefix=J", {}, "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ],
)
def test_the_published_examples_come_out(target: str, headers: dict[str, str], signature: str):
    told = SIGNER.headers("GET", target, b"", headers, DAY)

    assert told["Authorization"].endswith(f"Signature={signature}")
    assert SIGNER.secret not in str(told)
