/** What workers read and store for their jobs, and the few requests of S3 by which they do. */
package dev.jobport.lab.artifacts;
