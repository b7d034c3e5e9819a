# Writes TEXT_FILE as a C++ raw string literal to OUTPUT: cmake -DTEXT_FILE=.. -DOUTPUT=.. -P
# In pieces, because compilers need not take a literal of more than 65,536 characters.
file(READ ${TEXT_FILE} text)
string(LENGTH "${text}" length)
set(position 0)
file(WRITE ${OUTPUT} "")
while(position LESS length)
  string(SUBSTRING "${text}" ${position} 16000 piece)
  file(APPEND ${OUTPUT} "R\"wsdl(${piece})wsdl\"\n")
  math(EXPR position "${position} + 16000")
endwhile()
