"""The contradiction gate: what documents say of each other that cannot all be so (R16, R55–R60, R65)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sitegen.diagnostics import Place
from sitegen.disclosure.act_contradictions import act_contradictions
from sitegen.disclosure.contradiction_kinds import (
    BASIS_ENDED,
    BASIS_NOT_YET_IN_FORCE,
    EFFECT_BEFORE_WRITING,
    RING,
    STATE_DISAGREES,
    TERM_BEFORE_COMMENCEMENT,
)
from sitegen.disclosure.courses import Course, state_at
from sitegen.disclosure.events import ACTS, Act, Citation, EventKind
from sitegen.disclosure.findings import (
    Contradiction,
    ending_places,
    ending_words,
    found,
    place_in,
)
from sitegen.disclosure.headline import current_successor
from sitegen.disclosure.phrases import chinese_date, full_name, short_name
from sitegen.disclosure.rings import rings
from sitegen.disclosure.sentences import paper_in
from sitegen.disclosure.state_sentence import state_sentence
from sitegen.disclosure.states import NAMES, STATE_OF_WORD, Names, State

SUPERSEDING = ACTS - {EventKind.CONTINUE, EventKind.SUSPEND, EventKind.RESUME}
"""Relations that lead from a later document to an earlier one, so that they cannot form a ring."""

NAMED = 6
"""How many papers of a ring a message names."""


def contradictions(
    courses: Mapping[str, Course],
    acts: Iterable[Act],
    citations: Iterable[Citation],
    as_of: date,
    names: Names = NAMES,
) -> tuple[Contradiction, ...]:
    """Return the findings SG401–SG439 of all papers and relations, in order of file and place.

    `courses` is what `validity_of` made of the papers and `acts`; `names` are the words for states. Only what
    depends on today's state, a basis
    or an asserted state, is judged as of `as_of`. A finding needs a file to stand in: relations between
    documents of which none is in the column are passed over.
    """
    acts, citations = tuple(acts), tuple(citations)
    findings = (
        *(finding for course in courses.values() for finding in _paper(course, as_of, courses, names)),
        *act_contradictions(courses, acts, names),
        *(finding for citation in citations for finding in _basis(citation, as_of, courses, names)),
        *_rings(
            "修改、废止、延续等", [(a.actor, a.target, a) for a in acts if a.kind in SUPERSEDING], courses
        ),
        *_rings("依据", [(c.actor, c.target, c) for c in citations], courses),
    )
    return tuple(sorted((finding for finding in findings if finding.path), key=Contradiction.position))


def _paper(course: Course, as_of: date, courses: Mapping[str, Course], names: Names) -> list[Contradiction]:
    return [*_own_dates(course), *_assertion(course, as_of, courses, names)]


def _own_dates(course: Course) -> list[Contradiction]:
    paper, findings = course.paper, []
    start = paper.commences_on
    if paper.valid_until and start and paper.valid_until < start:
        findings.append(
            found(
                TERM_BEFORE_COMMENCEMENT,
                paper.place("valid_until"),
                (place_in(paper, "effective_on", "施行日期"),),
                paper=full_name(paper).text,
                until=chinese_date(paper.valid_until),
                start=chinese_date(start),
            )
        )
    early = paper.effective_on and paper.written_on and paper.effective_on < paper.written_on
    if paper.effective_on and paper.written_on and early and not paper.retroactive:
        findings.append(
            found(
                EFFECT_BEFORE_WRITING,
                paper.place("effective_on"),
                (place_in(paper, "written_on", "成文日期"),),
                paper=full_name(paper).text,
                start=chinese_date(paper.effective_on),
                written=chinese_date(paper.written_on),
            )
        )
    return findings


def _assertion(
    course: Course, as_of: date, courses: Mapping[str, Course], names: Names
) -> list[Contradiction]:
    """Compare what a record says of its state, in the place's words or the usual ones."""
    asserted, computed = course.paper.asserted_state, state_at(course, as_of)
    if not asserted or asserted == names[computed]:
        return []
    meant = next((state for state, name in names.items() if name == asserted), STATE_OF_WORD.get(asserted))
    if meant is computed:
        return []
    return [
        found(
            STATE_DISAGREES,
            course.paper.place("asserted_state"),
            ending_places(course, as_of),
            paper=full_name(course.paper).text,
            asserted=asserted,
            as_of=chinese_date(as_of),
            computed=names[computed],
            reason=state_sentence(course, as_of, courses),
            advice=_state_advice(meant, course, names),
        )
    ]


def _state_advice(asserted: State | None, course: Course, names: Names) -> str:
    match asserted:
        case None:
            return f"可以写的状态有：{'、'.join(dict.fromkeys(names.values()))}。也可以删去“效力状态”。"
        case State.AMENDED | State.PARTLY_REPEALED:
            return "请在修改它的文件中写上“修改”或者“部分废止”和本文件的文号，或者删去“效力状态”。"
        case State.REPEALED:
            return "请在废止它的文件中写上“废止”和本文件的文号，或者删去“效力状态”。"
        case State.LAPSED if course.paper.outlives_term:
            return "本地规定期满不自动失效：请在宣布失效的文件或者清理结果的“失效”中列出本文件，或者删去“效力状态”。"
        case State.LAPSED:
            return "请写上“有效期至”，或者在清理结果的“失效”中列出本文件，或者删去“效力状态”。"
        case _:
            return "请核对日期和关系，或者删去“效力状态”。"


def _basis(
    citation: Citation, as_of: date, courses: Mapping[str, Course], names: Names
) -> list[Contradiction]:
    """Compare a paper in force with the state of its basis."""
    citing, basis = courses.get(citation.actor), courses.get(citation.target)
    if citing is None or basis is None or not state_at(citing, as_of).applies:
        return []
    named = {
        "actor": full_name(citing.paper).text,
        "target": full_name(basis.paper).text,
        "it": short_name(basis.paper).text,
    }
    state = state_at(basis, as_of)
    if state.ended:
        ending = ending_words(basis, as_of, courses, names)
        words = {"ending": ending, "advice": _advice(basis, as_of, courses)}
        return [found(BASIS_ENDED, citation.place, ending_places(basis, as_of), **named, **words)]
    start = basis.paper.commences_on
    if state is State.NOT_YET_IN_FORCE and start:
        commencement = (place_in(basis.paper, "effective_on", "依据的施行日期"),)
        since = chinese_date(start)
        return [found(BASIS_NOT_YET_IN_FORCE, citation.place, commencement, **named, since=since)]
    return []


def _advice(basis: Course, as_of: date, courses: Mapping[str, Course]) -> str:
    successor = current_successor(basis, as_of, courses)
    if successor is None:
        return "请核对文号；依据确已终止的，请考虑修改或者清理本文件。"
    return f"替代它的是{full_name(successor.paper).text}；请考虑修改或者清理本文件。"


def _rings(
    relation: str, edges: list[tuple[str, str, Act | Citation]], courses: Mapping[str, Course]
) -> list[Contradiction]:
    found_rings = rings((actor, target) for actor, target, _ in edges)
    ring_of = {key: index for index, ring in enumerate(found_rings) for key in ring}
    places: list[list[Place]] = [[] for _ in found_rings]
    for actor, target, edge in edges:
        index = ring_of.get(actor)
        if index is not None and index == ring_of.get(target) and actor != target and edge.place:
            places[index].append(edge.place)
    return [_ring(relation, ring, at, courses) for ring, at in zip(found_rings, places, strict=True) if at]


def _ring(
    relation: str, ring: tuple[str, ...], places: list[Place], courses: Mapping[str, Course]
) -> Contradiction:
    first, *others = sorted(places, key=lambda place: (place.path, place.span.line if place.span else 0))
    papers = "、".join(full_name(paper_in(courses, key)).text for key in ring[:NAMED])
    if len(ring) > NAMED:
        papers += f"等{len(ring)}个文件"
    return found(RING, first, tuple(others), relation=relation, papers=papers)
