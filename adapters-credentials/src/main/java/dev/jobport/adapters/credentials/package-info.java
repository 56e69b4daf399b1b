/** Where the credentials come from with which job workers reach the artifacts of a job: STS or a file, per account. */
package dev.jobport.adapters.credentials;
