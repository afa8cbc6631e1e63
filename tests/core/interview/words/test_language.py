from __future__ import annotations

import pytest

from core.interview.words.language import is_english
from tests.core.interview.interviews import GERMAN, MIDDLING, STRONG, VAGUE


@pytest.mark.parametrize(
    "text",
    [
        STRONG,
        MIDDLING,
        VAGUE,
        "",
        "42",
        "Python, SQL, Docker, Kubernetes, Airflow, Kafka, Spark, dbt, Snowflake, Git, Linux, Go",
        "pass",
        "I don't know",
        "i fixed it myself",
        "Café Müller in Zürich hired me, and I learned to bake there.",
    ],
)
def test_english_is_recognised(text: str):
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        GERMAN,
        "Ich weiß nicht",
        "Je ne sais pas",
        "En mi último trabajo tuve que planificar las entregas con el proveedor.",
        "Nel mio ultimo lavoro ho parlato con il fornitore e abbiamo trovato una soluzione.",
        "Я работал на складе и исправил ошибку.",
        "私は倉庫で働いていました。",
        "Edellisessä työssäni löysin ratkaisun työkavereiden kanssa, kysyin päivittäin lisää.",
    ],
)
def test_another_language_is_recognised(text: str):
    assert not is_english(text)
