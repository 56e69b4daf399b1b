/** The transport over HTTP: a Javalin server, its limits and its metrics. */
package dev.jobport.adapters.http;
