/** The rules by which a history is judged. They share no code with the server. */
package dev.jobport.crash.rules;
