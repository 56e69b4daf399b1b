/** Values that ports of both sides use: pages of lists, the backlog of a queue, and credentials for artifacts. */
package dev.jobport.application;
