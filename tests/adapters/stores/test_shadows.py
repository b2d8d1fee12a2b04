"""Departments in the shadow: in memory and on DynamoDB."""

from fakes.rooms import Atlas


def test_a_department_is_in_the_shadow_until_it_is_live(atlas: Atlas) -> None:
    assert atlas.shadows.names() == frozenset()
    atlas.shadows.put("Packing ")
    atlas.shadows.put("packing")
    atlas.shadows.put("Tills")
    assert atlas.shadows.names() == {"packing", "tills"}
    atlas.shadows.take("PACKING")
    atlas.shadows.take("PACKING")
    assert atlas.shadows.names() == {"tills"}
