/** Carries the protocol of job workers over the web server, holds back who asks too often, and counts. */
package dev.jobport.adapters.http.worker;
