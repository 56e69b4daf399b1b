/** A job worker of any language is run in a lab, things befall it, and the verdict tells which rules it keeps. */
package dev.jobport.verify;
