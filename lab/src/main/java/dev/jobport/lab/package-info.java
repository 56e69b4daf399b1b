/** A world for a job worker under test: start a lab, point the worker at it, start actions, and ask for the verdict. */
package dev.jobport.lab;
