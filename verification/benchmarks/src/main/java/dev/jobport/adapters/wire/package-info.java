/** Single steps of a request, measured from within. */
package dev.jobport.adapters.http.worker;
