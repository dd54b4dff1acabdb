"""Who signs for whom: parties are sides, the persons who sign for them stand beside them, who was present stands on no side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Analysis

SIGNED = [  # sentence, (role, side, name) of all who take part
    (
        "An agreement between Kazan Federal University and the Ministry of Economy of Slovakia was signed by Rector Victor Dronov and Minister Anna Lind.",
        [
            ("who", 1, "Kazan Federal University"),
            ("whom", 2, "Ministry of Economy of Slovakia"),
            ("signatory", 1, "Victor Dronov"),
            ("signatory", 2, "Anna Lind"),
        ],
    ),
    (
        "Соглашение между Тверской областью и Словакией подписали губернатор Олег Сорокин и посол Иван Громов.",
        [("who", 1, "Тверская область"), ("whom", 2, "Словакия"), ("signatory", 1, "Олег Сорокин"), ("signatory", 2, "Иван Громов")],
    ),
    ("Губернатор Олег Сорокин и посол Иван Громов подписали меморандум.", [("who", 1, "Олег Сорокин"), ("whom", 2, "Иван Громов")]),
    (
        "Slovakia and Hungary signed a treaty in the presence of President Marek Novak.",
        [("who", 1, "Slovakia"), ("whom", 2, "Hungary"), ("witness", 0, "Marek Novak")],
    ),
    (
        "Словакия и Венгрия подписали договор в присутствии президента Марека Новака.",
        [("who", 1, "Словакия"), ("whom", 2, "Венгрия"), ("witness", 0, "Марек Новак")],
    ),
]


@pytest.mark.parametrize(("sentence", "people"), SIGNED)
def test_signatories(sentence: str, people: list[tuple[str, int, str]], read: Callable[[str], Analysis]) -> None:
    (mention,) = read(sentence).mentions
    assert [(p.role, p.side, p.name) for p in mention.participants] == people
