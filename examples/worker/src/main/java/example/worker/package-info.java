/** A job worker to learn from. It knows AWS's SDK, and nothing of Jobport. */
package example.worker;
