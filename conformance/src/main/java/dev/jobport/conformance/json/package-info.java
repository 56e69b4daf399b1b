/** What an endpoint tells and is told, between JSON and the domain. */
package dev.jobport.conformance.json;
