/** Values that ports of both sides use: pages of lists, and the backlog of a queue. */
package dev.jobport.application;
