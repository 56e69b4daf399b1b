/** The protocol, told scene by scene. Each scene plays on the real thing, and is told while it happens. */
package dev.jobport.verify.lesson;
