from __future__ import annotations

import pytest

from briefing.errors import RequestError
from briefing.model import RegionGroup, RegionKind
from briefing.taxonomy import with_groups
from tests.builders import a_taxonomy

NEIGHBOURS = RegionGroup("Neighbours", ("Georgia", "tr", "central-asia"))


def test_a_group_is_a_region_that_covers_its_members() -> None:
    taxonomy = with_groups(a_taxonomy(), [NEIGHBOURS])
    group = taxonomy.regions["group:Neighbours"]
    assert (group.name, group.kind) == ("Neighbours", RegionKind.GROUP)
    assert taxonomy.covers(group.id) == {"group:Neighbours", "GE", "TR", "central-asia", "KG", "KZ"}


def test_members_may_be_named_by_id_or_name_and_count_once() -> None:
    taxonomy = with_groups(a_taxonomy(), [RegionGroup("Two", ("GE", "georgia", "Turkey"))])
    assert taxonomy.regions["group:Two"].members == ("GE", "TR")


def test_adding_the_same_groups_again_changes_nothing() -> None:
    once = with_groups(a_taxonomy(), [NEIGHBOURS])
    assert with_groups(once, [NEIGHBOURS]) == once
    assert with_groups(once, [RegionGroup("Neighbours", ("GE", "TR", "central-asia"))]) == once


def test_a_group_of_the_brief_replaces_one_of_the_same_name() -> None:
    taxonomy = with_groups(a_taxonomy(), [NEIGHBOURS])
    changed = with_groups(taxonomy, [RegionGroup("Neighbours", ("AM",))])
    assert changed.regions["group:Neighbours"].members == ("AM",)


def test_the_given_taxonomy_stays_as_it_is() -> None:
    taxonomy = a_taxonomy()
    with_groups(taxonomy, [NEIGHBOURS])
    assert taxonomy == a_taxonomy()


def test_a_member_that_does_not_exist_is_named_with_what_was_meant() -> None:
    with pytest.raises(RequestError, match="“Odd” has the member 'Gorgia'") as caught:
        with_groups(a_taxonomy(), [RegionGroup("Odd", ("Gorgia",))])
    assert caught.value.hint == "Did you mean GE (Georgia)?"


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([RegionGroup("  ", ("GE",))], "no name"),
        ([RegionGroup("Empty", ())], "“Empty” has no members"),
        ([RegionGroup("georgia", ("AM",))], "called like another"),
        ([RegionGroup("One", ("AM",)), RegionGroup("one", ("GE",))], "called like another"),
    ],
)
def test_a_group_that_cannot_be_is_refused_with_a_hint(
    groups: list[RegionGroup], said: str
) -> None:
    with pytest.raises(RequestError, match=said) as caught:
        with_groups(a_taxonomy(), groups)
    assert caught.value.hint


def test_a_group_is_no_member_of_a_group() -> None:
    with pytest.raises(RequestError, match="which is no region"):
        with_groups(a_taxonomy(), [NEIGHBOURS, RegionGroup("More", ("group:Neighbours",))])
