"""Files that somebody made to do harm, and the books that must come through unharmed.

Context. A bundle or a card may come from a stranger who knows our keys and our format, or from a paired sender who
turned. What a stranger alters no seal fits any more; what a sender makes up is signed and sealed as it should be.

Decision. So there are two floors. On the *outer* one the sealed file is altered, on the *inner* one whatever is inside,
by a hand that holds a real sender's keys and seals it again (`hand`). Named cases say in words what was done and how it
must end (`outside`, `archives`, `papers`, `sayings`, `cards`, `bombs`); mutants drawn from a printed seed go where
nobody thought of (`mutants`). Each is opened by the real worker into a real book (`meeting`). It ends in a sentence of
ours and a book that is what it was, or is taken in, and then only what was altered is another. `fuzz` lets a
coverage-guided fuzzer at each reader by itself.

Consequence. Nothing here knows how a reader is built, only what it promised. Every find stays as a file in
`tests/samples/hostile`.
"""
