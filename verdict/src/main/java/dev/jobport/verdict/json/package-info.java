/** The JSON of a history: an object a line, read and written without a library. */
package dev.jobport.verdict.json;
