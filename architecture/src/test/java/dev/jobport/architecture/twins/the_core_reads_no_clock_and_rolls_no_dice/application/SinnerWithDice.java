package dev.jobport.architecture.twins.the_core_reads_no_clock_and_rolls_no_dice.application;

import java.util.Random;

record SinnerWithDice(Random random) {}
