package dev.jobport.verify.lesson;

import java.util.function.Consumer;

/**
 * What happens in one scene, and what is said before and after it.
 *
 * @param name for the command line
 * @param about what is about to happen
 * @param learnt what to learn from it
 * @param read the file of the repository that shows or explains it
 * @param play makes it happen, and tells each step
 */
record Scene(String name, String title, String about, Consumer<Teller> play, String learnt, String read) {}
