"""The rules, gathered: importing this package registers every rule."""

from navigator.rules import fits, tasks, versions, whole
from navigator.rules.rule import RULES, Data, Rule, check_all, described

__all__ = ["RULES", "Data", "Rule", "check_all", "described", "fits", "tasks", "versions", "whole"]
