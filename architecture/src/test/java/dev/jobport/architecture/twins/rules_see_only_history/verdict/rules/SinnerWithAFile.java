package dev.jobport.architecture.twins.rules_see_only_history.verdict.rules;

import java.io.FileReader;

record SinnerWithAFile(FileReader exceptions) {}
