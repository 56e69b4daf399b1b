/** {@code /lab/v1}: labs of one process, made and looked at over HTTP, by strict JSON and behind a token. */
package dev.jobport.verify.lab.api;
