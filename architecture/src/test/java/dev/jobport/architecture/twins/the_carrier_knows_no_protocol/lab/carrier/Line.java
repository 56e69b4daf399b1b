package dev.jobport.architecture.twins.the_carrier_knows_no_protocol.lab.carrier;

import java.net.Socket;

record Line(Socket socket) {}
