"""Medians, ratios and turns, by numbers that can be followed."""

from __future__ import annotations

import pytest

from tests.benchmarks import sampling
from tests.benchmarks.arithmetic import figure, ratio
from tests.benchmarks.sampling import repeats_for, rotated, take_samples


def test_a_figure_is_the_median_with_half_the_distance_of_the_quartiles() -> None:
    found = figure([10.0, 8.0, 30.0, 12.0, 9.0])
    assert found.value == 10.0
    # The quartiles are 9 and 12.
    assert found.spread == pytest.approx(0.15)


def test_an_even_number_of_samples_has_the_mean_of_the_middle_two() -> None:
    assert figure([1.0, 2.0, 4.0, 100.0]).value == 3.0


def test_one_sample_has_no_spread() -> None:
    assert figure([5.0]) == figure([5.0, 5.0, 5.0])
    assert figure([5.0]).spread == 0.0


def test_a_ratio_is_taken_within_rounds() -> None:
    # The second round was slow for both; the medians' ratio would be 6 / 2.
    found = ratio([6.0, 40.0, 4.0], [2.0, 20.0, 2.0])
    assert found.value == 2.0


def test_a_ratio_needs_samples_of_the_same_rounds() -> None:
    with pytest.raises(ValueError, match="zip"):
        ratio([1.0, 2.0], [1.0])


def test_everyone_begins_a_round_in_turn() -> None:
    names = ("a", "b", "c")
    turns = [rotated(names, number) for number in range(4)]
    assert turns == [
        ("a", "b", "c"),
        ("a", "c", "b"),
        ("c", "a", "b"),
        ("c", "b", "a"),
    ]
    orders = [rotated(names, number) for number in range(6)]
    assert {order[0] for order in orders} == set(names)


class _Clock:
    """Goes on only when a call says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def taking(self, seconds: float) -> sampling.Call:
        def call() -> None:
            self.now += seconds

        return call


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    made = _Clock()
    monkeypatch.setattr(sampling, "perf_counter", made)
    monkeypatch.setattr(sampling, "process_time", made)
    return made


def test_a_sample_is_long_enough(clock: _Clock) -> None:
    assert repeats_for(clock.taking(1.0), least=0.5) == 1
    assert repeats_for(clock.taking(0.25), least=1.0) == 4
    assert repeats_for(clock.taking(1 / 1024), least=1.0) == 1024


def test_a_timing_is_that_of_one_call(clock: _Clock) -> None:
    calls = {"quick": clock.taking(0.125), "slow": clock.taking(2.0)}
    samples = take_samples(calls, rounds=3, least=1.0)
    assert [timing.wall for timing in samples["quick"]] == [0.125] * 3
    assert [timing.cpu for timing in samples["slow"]] == [2.0] * 3
