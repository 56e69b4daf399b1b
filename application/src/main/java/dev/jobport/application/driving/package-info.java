/** The driving ports: what may be asked of the application, one port for each kind of caller. */
package dev.jobport.application.driving;
