/** A job worker of any language is run in a lab, faults happen to it, and the verdict tells which rules it keeps. */
package dev.jobport.verify;
