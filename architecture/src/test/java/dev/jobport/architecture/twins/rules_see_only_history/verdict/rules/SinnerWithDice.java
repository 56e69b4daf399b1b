package dev.jobport.architecture.twins.rules_see_only_history.verdict.rules;

import java.util.Random;

record SinnerWithDice(Random random) {}
