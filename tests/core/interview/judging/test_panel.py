from __future__ import annotations

from core.interview.judging.judged import JudgedAnswer, JudgedPoint, Judgement, joined
from core.interview.judging.panel import nearest, opinion_of, widened
from core.interview.rating.scoring import overall_score
from core.models import Score


def run(relevance: int, evidence: int, competency: int | None = 3, text: str = "") -> JudgedAnswer:
    return JudgedAnswer(
        number=1,
        relevance=relevance,
        evidence=evidence,
        structure=3,
        clarity=3,
        competency=competency,
        note=text,
    )


def test_one_run_is_its_own_opinion():
    opinion = opinion_of([run(4, 2)])

    assert opinion.levels["relevance"] == 4
    assert (opinion.spread, opinion.reach) == (0, 0)


def test_of_several_runs_the_median_counts_in_half_levels():
    assert opinion_of([run(4, 2), run(5, 3)]).levels["relevance"] == 4.5
    assert opinion_of([run(1, 2), run(5, 3), run(4, 3)]).levels["relevance"] == 4


def test_points_come_from_the_run_nearest_to_the_median():
    assert opinion_of([run(1, 1), run(4, 3, text="near"), run(4, 4)]).answer.note == "near"


def test_a_difference_of_one_level_is_no_disagreement():
    assert opinion_of([run(4, 2), run(5, 3)]).spread == 0


def test_a_disagreement_is_told_in_levels():
    opinion = opinion_of([run(2, 3), run(4, 3)])

    assert opinion.spread == 2
    assert opinion.reach == 0.4 * 9 / 4, "two levels on one of five items"


def test_a_competency_that_most_runs_left_out_does_not_count():
    assert "competency" not in opinion_of([run(3, 3), run(3, 3, None), run(3, 3, None)]).levels


def test_disagreement_widens_the_band_within_the_scale():
    score = overall_score([5.0, 5.0, 9.6])

    wider = widened(score, [2.0, 0.0, 1.0])

    assert (score.low, score.high) == (5.5, 7.5 + 0.1)
    assert (wider.low, wider.high) == (5.0, 8.1)
    assert widened(score, [0.0, 0.0]) == score
    assert widened(Score(value=None), [1.0]) == Score(value=None)


def test_the_run_that_most_points_come_from_sums_up():
    answers = [run(1, 1), run(4, 4), run(4, 3)]
    runs = [Judgement(answers=(answer,)) for answer in answers]

    assert nearest(runs, [opinion_of(answers)]) == runs[2]


def test_parts_of_an_interview_are_joined_and_take_turns_in_overall_points():
    def points(*texts: str) -> tuple[JudgedPoint, ...]:
        return tuple(JudgedPoint(text=text) for text in texts)

    whole = joined(
        [
            Judgement(answers=(run(1, 1),), strengths=points("a", "b")),
            Judgement(answers=(run(2, 2),), strengths=points("c")),
        ]
    )

    assert [answer.relevance for answer in whole.answers] == [1, 2]
    assert [point.text for point in whole.strengths] == ["a", "c", "b"]
