/** The application on a store in memory, with time that travels and names that come of a seed. */
package dev.jobport.lab.world;
