/** The control API: what pipelines, operators and their tools ask, in JSON of our own, described by OpenAPI. */
package dev.jobport.adapters.http.control;
