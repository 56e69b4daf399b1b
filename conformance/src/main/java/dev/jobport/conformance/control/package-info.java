/** How actions start at a server of Jobport: by its control API. */
package dev.jobport.conformance.control;
