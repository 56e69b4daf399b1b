/** The use cases: each coordinates ports for a request, and leaves the decisions to the domain. */
package dev.jobport.application.usecase;
