package dev.jobport.crash.run;

/** Somebody who asks servers for something, again and again. */
interface Caller {

    void work() throws InterruptedException;
}
