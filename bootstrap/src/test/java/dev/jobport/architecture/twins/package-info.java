/**
 * The broken twins. Each folder carries the name of a rule and commits exactly the sin that the rule forbids; the
 * classes that commit it are named {@code Sinner…}, and those beside them do what is allowed.
 */
package dev.jobport.architecture.twins;
