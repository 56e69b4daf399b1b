/** What the port for pipelines promises. */
package dev.jobport.contracts.pipeline;
