package dev.jobport.architecture.twins.verdict_knows_only_the_jdk.verdict;

import java.nio.file.Path;

record SinnerWithAFile(Path evidence) {}
