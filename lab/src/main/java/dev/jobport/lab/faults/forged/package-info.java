/** The few answers behind which no true state stands. Only here answers are made up, and each is marked. */
package dev.jobport.lab.faults.forged;
