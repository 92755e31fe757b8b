"""The words of the site: what roles, strengths, bases, match kinds and topics mean, as readers are told."""

from __future__ import annotations

roles = {
    "creates": "the step makes the artefact",
    "uses": "the step reads or runs the artefact",
    "updates": "the step changes an artefact that exists",
    "exchanges": "the step sends or receives the artefact",
    "documents": "the step writes text or facts into the artefact",
}
strengths = {
    "primary": "reach for this first",
    "supporting": "commonly helpful",
    "possible": "can be used, seldom the main tool",
}
bases = {
    "published": "a source ties artefact and step",
    "practised": "an organisation reports doing so",
    "defined": "the artefact's own definition names the job; the link to the step is ours",
    "derived": "computed through GSIM",
    "proposed": "our judgement, open to correction",
}
matches = {
    "exact": "the same thing",
    "close": "nearly the same; can be exchanged for most purposes",
    "broad": "the other one is wider",
    "narrow": "the other one is narrower",
    "related": "overlapping purpose, not the same thing",
    "none": "the other standard has nothing that answers to it",
}
statuses = {
    "present": "there, as before",
    "introduced": "new in this version",
    "changed": "same name, other content",
    "renamed": "goes by another name",
    "removed": "gone",
    "absent": "not there",
}
tool_states = {
    "active": "a release, a commit or a running service was seen from September 2025 on, or its keeper, a user or a current list describes it as running",
    "maintained": "the last change seen is older, but it is still offered and nothing says that it was given up",
    "dormant": "nothing has changed for three years or more and nothing says that it goes on, or its keeper has stopped",
    "unknown": "nothing was found that tells, or nobody looked",
}
months = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
families = {
    "sdmx": "SDMX",
    "ddi": "DDI",
    "companion": "Companions",
    "model": "Models",
    "other": "Other standards and practices",
}
languages = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
    "nb": "Norwegian (Bokmål)", "pt": "Portuguese", "ru": "Russian",
}  # fmt: skip
topics = {
    "access": "Access", "classification": "Classifications and code lists", "collection": "Collection",
    "concept": "Concepts and variables", "content": "Shared content", "data": "Data", "exchange": "Exchange and registry",
    "guideline": "Guidelines", "mapping": "Mapping", "metadata": "Reference metadata", "organisation": "Organisations",
    "physical": "Files and layout", "process": "Process", "processing": "Processing", "quality": "Quality",
    "question": "Questions and instruments", "rule": "Rules and transformations", "sampling": "Frame and sample",
    "structure": "Structure", "study": "Study and catalogue", "vocabulary": "Controlled vocabularies",
}  # fmt: skip
#: What carries a version of its own beside that of its standard, by the class in the model or else by the topic.
owners = {
    "Codelist": "the list", "ConceptScheme": "the scheme", "CategoryScheme": "the scheme",
    "DataStructureDefinition": "the structure", "MetadataStructureDefinition": "the structure",
    "vocabulary": "the vocabulary", "guideline": "the document",
}  # fmt: skip
#: What the tests prove of a worked example, by the schema that its entry names, or by that and its version or format.
proofs = {
    "sdmx-ml": "valid against the official XML schema",
    "sdmx-json": "valid against the official JSON schema",
    "ddi-lifecycle": "valid against the official XML schema",
    "ddi-codebook/2.5": "every name is one of 2.5; valid against the official XML schema of 2.6 once its namespace and version are changed",
    "ddi-codebook/2.6": "valid against the official XML schema",
    "ddi-cdi/xml": "valid against the official XML schema",
    "ddi-cdi/json-ld": "every class and property is one of the official ontology",
    "xkos": "every term is one of the official vocabulary",
    "vtl": "read by a VTL engine, which infers the structure of every result; every keyword is one of the official grammar",
    "sdtl": "every type is one of the official model, every property one of its type",
}
#: What the formats of worked examples are called.
formats = {
    "csv": "CSV", "http": "HTTP requests", "json": "JSON", "json-ld": "JSON-LD", "turtle": "Turtle", "vtl": "VTL script",
    "xml": "XML",
}  # fmt: skip
