/** Runs that start servers, put them under load and kill them. */
package dev.jobport.crash.run;
