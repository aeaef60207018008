"""Edits: functions from document to document.

Each leaves the old document untouched, shares what it does not change, and answers with the very same document if it
changes nothing. Places are rounded to four decimals.
"""

from mapper.edits.accelerators import add_accelerator
from mapper.edits.attitudes import add_attitude, resize_attitude
from mapper.edits.components import (
    add_component,
    forget_evolve,
    place_label,
    set_evolve,
    set_inertia,
    set_method,
)
from mapper.edits.contracts import (
    add_contract,
    add_members,
    change_contract,
    describe_interface,
    leave_contract,
    share,
    take_out,
)
from mapper.edits.deletion import delete
from mapper.edits.duplication import duplicate
from mapper.edits.links import add_link, flip_flow, reverse_links
from mapper.edits.locking import is_locked, lockable, set_locked
from mapper.edits.moving import move, move_annotation_place
from mapper.edits.notes import add_annotation, add_note, give_list_a_place, point_notes
from mapper.edits.pipelines import add_pipeline, dissolve, join_pipeline, leave_pipeline, pipelines_of
from mapper.edits.plans import activate_plan, add_plan, change_plan, delete_plan, duplicate_plan
from mapper.edits.records import change, name_of, rename
from mapper.edits.service import (
    add_person,
    add_supplier,
    change_about,
    change_map,
    change_service,
    delete_person,
    delete_supplier,
    set_stages,
)
from mapper.edits.stages import move_stage_line, rename_stage, stage_id, stage_of

__all__ = [
    "activate_plan",
    "add_accelerator",
    "add_annotation",
    "add_attitude",
    "add_component",
    "add_contract",
    "add_link",
    "add_members",
    "add_note",
    "add_person",
    "add_pipeline",
    "add_plan",
    "add_supplier",
    "change",
    "change_about",
    "change_contract",
    "change_map",
    "change_plan",
    "change_service",
    "delete",
    "delete_person",
    "delete_plan",
    "delete_supplier",
    "describe_interface",
    "dissolve",
    "duplicate",
    "duplicate_plan",
    "flip_flow",
    "forget_evolve",
    "give_list_a_place",
    "is_locked",
    "join_pipeline",
    "leave_contract",
    "leave_pipeline",
    "lockable",
    "move",
    "move_annotation_place",
    "move_stage_line",
    "name_of",
    "pipelines_of",
    "place_label",
    "point_notes",
    "rename",
    "rename_stage",
    "resize_attitude",
    "reverse_links",
    "set_evolve",
    "set_inertia",
    "set_locked",
    "set_method",
    "set_stages",
    "share",
    "stage_id",
    "stage_of",
    "take_out",
]
