# Makes the stubs: cmake -DSOURCE_DIR=.. -DOUTPUT_DIR=.. -P make_stubs.cmake
# gSOAP is told that every single element is there: a value type then becomes a plain member (absent
# reads as its default, as WCF does) and a null reference is written as nil (as WCF does). What was
# absent, nil or empty is read from the raw XML, in server/envelope, because gSOAP cannot tell.
file(REMOVE_RECURSE ${OUTPUT_DIR})
file(MAKE_DIRECTORY ${OUTPUT_DIR})
foreach(service User SoPrincipal)
  file(READ ${SOURCE_DIR}/wsdl/Services86/${service}.wsdl wsdl)
  string(REGEX REPLACE "<xs:element minOccurs=\"0\" name=" "<xs:element name=" wsdl "${wsdl}")
  file(WRITE ${OUTPUT_DIR}/${service}.wsdl "${wsdl}")
endforeach()

function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${OUTPUT_DIR}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0 OR output MATCHES "[Ww]arning")
    message(FATAL_ERROR "${ARGN}\n${output}")
  endif()
endfunction()

run(wsdl2h -c++17 -P -k -x -L -t ${SOURCE_DIR}/generated/typemap.dat -o services.h
  User.wsdl SoPrincipal.wsdl)
run(soapcpp2 -c++17 -S -L -x -w -f 150 services.h)

# The clients' side: what the proxies have beside the stubs.
file(MAKE_DIRECTORY ${OUTPUT_DIR}/proxy)
run(soapcpp2 -c++17 -C -j -L -x -w -f 150 -d proxy services.h)
file(GLOB doubles ${OUTPUT_DIR}/proxy/soapC_*.cpp ${OUTPUT_DIR}/proxy/soapH.h
  ${OUTPUT_DIR}/proxy/soapStub.h)
file(REMOVE ${doubles})

# The dates in the sources would make every build a new one for ccache.
file(GLOB sources ${OUTPUT_DIR}/soapC_*.cpp ${OUTPUT_DIR}/proxy/*.cpp)
foreach(source ${sources})
  file(READ ${source} text)
  string(REGEX REPLACE "SOAP_SOURCE_STAMP\\(\"[^\"]*\"\\)" "" text "${text}")
  file(WRITE ${source} "${text}")
endforeach()
